import type { Candidacy } from '../../candidacies/index.js';
import type { PersonRecord } from '../../people/index.js';
import type { NamingRow } from './unit-block/columns.js';

/** Whom a row to a mission locale is about. */
export interface NamedRecord {
  readonly candidacy: Pick<Candidacy, 'unitFileNumber' | 'origin'>;
  readonly person: PersonRecord;
  readonly reference: string | null;
  readonly unitCode: string;
  readonly missionLocaleCode: string;
}

type Naming = Omit<NamingRow, 'identifiant_ligne' | 'type_ligne' | 'periode_rattachement'>;

const NO_FIRST_NAME = 'SNP';

/** The cells by which a row names the file of the unit; null when nothing names it. */
export function namingCells(named: NamedRecord): Naming | null {
  const { candidacy, person, reference } = named;
  const fileNumber = candidacy.unitFileNumber ?? reference;
  if (fileNumber === null) return null;
  const { birthName, firstNames, birthDate } = person.identity;
  return {
    reference_orientation: reference,
    numero_dossier_unite: fileNumber,
    code_structure: named.missionLocaleCode,
    code_unite: named.unitCode,
    identifiant_imilo: person.imiloId,
    origine_candidature: candidacy.origin,
    nom_naissance: birthName,
    prenom_1: firstNames[0] ?? NO_FIRST_NAME,
    date_naissance: birthDate,
  };
}
