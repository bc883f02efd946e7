import { isRole, type Instant } from '../../kernel/index.js';
import { longInstant } from '../../platform/french/index.js';
import { CHANNEL_WORDS, type TimelineEntry } from '../../platform/pages/index.js';
import { ROLE_LABELS } from './role-labels.js';

/** Who recorded an act, and through which door. */
export interface RecordedAct {
  readonly recordedAt: Instant;
  readonly role: string;
  readonly channel: string;
}

/** An act of a history in words: when, on the clock of whoever reads, and by whom; nobody is the service. */
export function recordedBy(
  { recordedAt, role, channel }: RecordedAct,
  organisationName: string | null,
  timeZone: string,
): Pick<TimelineEntry, 'at' | 'when' | 'who'> {
  const roleName = isRole(role) ? ROLE_LABELS[role] : null;
  const by = [organisationName, roleName].filter(Boolean).join(', ') || 'Passerelle';
  return {
    at: recordedAt,
    when: longInstant(recordedAt, timeZone),
    who: `${by}, ${CHANNEL_WORDS[channel] ?? channel}`,
  };
}
