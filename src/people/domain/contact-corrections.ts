import type { LocalDate } from '../../kernel/index.js';
import { NO_CONTACT, type ContactDetails } from './person-record.js';

/** The day on which each part of a contact was corrected by hand for the last time. */
export type ContactCorrections = Readonly<Partial<Record<keyof ContactDetails, LocalDate>>>;

/** The parts of a contact, in the order in which they are told. */
export const CONTACT_PARTS = Object.keys(NO_CONTACT) as readonly (keyof ContactDetails)[];

/**
 * Pure: how to reach somebody once a file said it. What was corrected by hand on the day of which the file
 * is true, or later, stays: the file was made before (exchange.md 7.e.2).
 */
export function contactSaid(
  said: ContactDetails,
  { known, corrected }: { known: ContactDetails; corrected: ContactCorrections },
  on: LocalDate,
): ContactDetails {
  const kept = CONTACT_PARTS.filter((part) => (corrected[part] ?? '') >= on);
  return { ...said, ...Object.fromEntries(kept.map((part) => [part, known[part]])) };
}
