import type { OrganisationKind } from '../../kernel/index.js';

/** What the software of a partner may be allowed to do (SEC-09: workflow × direction). */
export const MACHINE_SCOPES = [
  'referrals:read',
  'referrals:write',
  'information-sessions:read',
  'information-sessions:write',
  'offer-sheets:read',
  'offer-sheets:write',
  'candidacies:read',
  'candidacies:write',
  'volunteers:read',
  'volunteers:write',
  'returns:read',
  'returns:write',
  'follow-ups:read',
  'follow-ups:write',
  'direct-applicants:read',
  'direct-applicants:write',
  'cej:read',
  'cej:write',
  'evaluations:read',
  'evaluations:write',
  'exchanges:read',
  'exchanges:write',
  'mailbox:read',
  'mailbox:write',
  'organisations:read',
  'people:review',
  'medical-conclusion',
] as const;

export type MachineScope = (typeof MACHINE_SCOPES)[number];

/** True when `text` is a scope of the list. */
export function isMachineScope(text: string): text is MachineScope {
  return MACHINE_SCOPES.some((scope) => scope === text);
}

/**
 * The scopes a client of such an organisation may be given. Medical conclusions are written by units
 * only (contract.md 5).
 */
export function scopesOfKind(kind: OrganisationKind): readonly MachineScope[] {
  return kind === 'unit'
    ? MACHINE_SCOPES
    : MACHINE_SCOPES.filter((scope) => scope !== 'medical-conclusion');
}

/** The scopes of a token, or none when the request asks for too much. */
export type GrantedScopes =
  | { readonly ok: true; readonly scopes: readonly MachineScope[] }
  | { readonly ok: false; readonly refusal: 'invalid-scope' };

/**
 * What a token gets of the scopes of its client. Without a request: all of them (contract.md 2). A
 * scope that is unknown or not the client's refuses the whole request: a token with less than asked
 * would fail later and elsewhere.
 *
 * @param requested scopes separated by one space, as in RFC 6749 3.3
 */
export function grantScopes(
  requested: string | undefined,
  held: readonly MachineScope[],
): GrantedScopes {
  if (requested === undefined) return { ok: true, scopes: held };
  const asked = new Set(requested.split(' '));
  const scopes = held.filter((scope) => asked.has(scope));
  return scopes.length === asked.size && scopes.length > 0
    ? { ok: true, scopes }
    : { ok: false, refusal: 'invalid-scope' };
}
