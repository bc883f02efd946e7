import type { PersonDetails } from '../../people/index.js';
import type { OrientationRow } from './orientations/columns.js';

/** The cells of block C (exchange.md 7.a), the same in every flow that has it. */
type ContactCells = Pick<
  OrientationRow,
  | 'adresse_voie'
  | 'complement_adresse'
  | 'code_postal'
  | 'code_insee_residence'
  | 'telephone'
  | 'courriel'
  | 'qpv'
>;

/** How to reach the person of a row. */
export function contactOf(row: ContactCells): PersonDetails['contact'] {
  return {
    phone: row.telephone,
    email: row.courriel,
    street: row.adresse_voie,
    addressComplement: row.complement_adresse,
    postalCode: row.code_postal,
    communeCode: row.code_insee_residence,
    priorityDistrict: row.qpv,
  };
}
