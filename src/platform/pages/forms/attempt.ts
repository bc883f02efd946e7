import { DomainError, type FieldIssue } from '../../../kernel/index.js';

/** Why an act was not done, when whoever asked can do something about it. */
export type Refusal =
  | { readonly kind: 'invalid'; readonly issues: readonly FieldIssue[] }
  | { readonly kind: 'late'; readonly code: string; readonly reason: string };

/** Runs a command for a page: what a person can correct comes back as a refusal, the rest is thrown. */
export async function attempt(command: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await command();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === 'invalid') return { kind: 'invalid', issues: error.issues };
    if (error.kind !== 'refused' && error.kind !== 'conflict') throw error;
    return { kind: 'late', code: error.code, reason: error.message };
  }
}

/** Why an act was not done, in one sentence: for a page whose form has no field to point at. */
export function reasonOf(refusal: Refusal): string {
  if (refusal.kind === 'late') return refusal.reason;
  return refusal.issues.map(({ detail }) => detail).join(' ');
}

/** The version a form was made from; a form that says none is older than any. */
export function versionOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
