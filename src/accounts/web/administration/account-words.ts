import type { Role } from '../../../kernel/index.js';
import { shortDate } from '../../../platform/french/index.js';
import type { Tone } from '../../../platform/pages/index.js';
import type { AccountState, Membership } from '../../domain/account.js';
import { ROLE_LABELS } from '../role-labels.js';

/** How the states of an account are called. */
export const ACCOUNT_STATE_WORDS: Readonly<Record<AccountState, { label: string; tone: Tone }>> = {
  pending: { label: 'À approuver', tone: 'warning' },
  active: { label: 'Ouvert', tone: 'success' },
  suspended: { label: 'Suspendu', tone: 'neutral' },
};

/** A role in an organisation, and until when it counts if it ends. */
export function membershipWords({ role, organisation, validTo }: Membership): string {
  const end = validTo === null ? '' : `, jusqu’au ${shortDate(validTo)}`;
  return `${roleWords(role)} – ${organisation.code}${end}`;
}

/** The name of a role, as it stands at the start of a line. */
export function roleWords(role: Role): string {
  const label = ROLE_LABELS[role];
  return label.charAt(0).toUpperCase() + label.slice(1);
}
