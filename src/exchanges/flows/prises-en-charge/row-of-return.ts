import type { PersonRecord } from '../../../people/index.js';
import type { NamedReturn, SaidAnswer } from '../../../returns/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { PRISES_EN_CHARGE } from './flow.js';

type Said = SaidRow<typeof PRISES_EN_CHARGE>;

/** A return that was answered, and what a row needs besides. */
export interface TellableReturn {
  readonly named: NamedReturn;
  readonly person: PersonRecord;
  /** What was said last, even when it was taken back since. */
  readonly answer: SaidAnswer;
  readonly missionLocaleCode: string;
  readonly unitCode: string;
}

/** The row that tells a unit what became of somebody; null when a required part is unknown. */
export function rowOfReturn(told: TellableReturn): Said | null {
  const { named, person, answer } = told;
  const { imiloId, identity } = person;
  if (!imiloId) return null;
  return {
    reference_orientation: named.reference,
    numero_dossier_unite: named.unitFileNumber,
    code_structure: told.missionLocaleCode,
    code_unite: told.unitCode,
    identifiant_imilo: imiloId,
    // The unit knows where its own candidate came from.
    origine_candidature: null,
    nom_naissance: identity.birthName,
    prenom_1: identity.firstNames[0] ?? 'SNP',
    date_naissance: identity.birthDate,
    flux_origine: 'SOR',
    date_sortie: named.endsOn,
    date_contact: answer.contactedOn,
    code_prise_en_charge: answer.code,
  };
}
