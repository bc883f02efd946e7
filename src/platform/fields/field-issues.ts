import type { ValidationError } from 'class-validator';
import type { FieldIssue } from '../../kernel/index.js';
import { decodeFaults } from './field-fault.js';

/**
 * The faults of a validation as issues placed by JSON pointers (RFC 6901). An unknown property has
 * the code `unknown-property`; no text quotes a value.
 */
export function issuesOf(errors: readonly ValidationError[], parent = ''): FieldIssue[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapeToken(error.property)}`;
    return [...ownIssues(error, pointer), ...issuesOf(error.children ?? [], pointer)];
  });
}

function ownIssues({ constraints }: ValidationError, pointer: string): FieldIssue[] {
  if (constraints?.whitelistValidation !== undefined) {
    return [{ pointer, code: 'unknown-property', detail: 'Ce champ n’existe pas.' }];
  }
  return decodeFaults(constraints?.field ?? '[]').map(({ at = '', code, detail }) => ({
    pointer: pointer + at,
    code,
    detail,
  }));
}

function escapeToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
