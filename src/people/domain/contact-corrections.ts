import type { LocalDate } from '../../kernel/index.js';
import { NO_CONTACT, type ContactDetails } from './person-record.js';

/** The day on which each part of a contact was corrected by hand for the last time. */
export type ContactCorrections = Readonly<Partial<Record<keyof ContactDetails, LocalDate>>>;

/** The parts of a contact, in the order in which they are told. */
export const CONTACT_PARTS = Object.keys(NO_CONTACT) as readonly (keyof ContactDetails)[];

/**
 * Pure: how to reach somebody once it is said anew. Silence takes nothing away: a part that is left empty
 * stays as it is on file, but for what belongs to the address of before, which goes with a move.
 */
export function completed(said: ContactDetails, known: ContactDetails): ContactDetails {
  const isOther = (part: keyof ContactDetails) =>
    said[part] !== null && known[part] !== null && said[part] !== known[part];
  const hasMoved = isOther('street') || isOther('postalCode') || isOther('communeCode');
  const own = hasMoved ? OF_ADDRESS : [];
  const kept = CONTACT_PARTS.filter((part) => said[part] === null && !own.includes(part));
  return { ...said, ...Object.fromEntries(kept.map((part) => [part, known[part]])) };
}

const OF_ADDRESS: readonly (keyof ContactDetails)[] = [
  'street',
  'addressComplement',
  'priorityDistrict',
];

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
  const values = Object.fromEntries(kept.map((part) => [part, known[part]]));
  return { ...completed(said, known), ...values };
}
