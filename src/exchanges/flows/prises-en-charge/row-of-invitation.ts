import { isCodeOf } from '../../../kernel/index.js';
import type { DirectApplicant } from '../../../direct-applicants/index.js';
import { parseBirthDate } from '../../../people/index.js';
import { RETURN_ANSWERS, type ReturnAnswer } from '../../../returns/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { PRISES_EN_CHARGE } from './flow.js';

type Said = SaidRow<typeof PRISES_EN_CHARGE>;

/** The row that tells a unit what became of an invitation; null when a required part is unknown. */
export function rowOfInvitation(
  { agreement, answer, unitFileNumber }: DirectApplicant,
  codes: { readonly unitCode: string; readonly missionLocaleCode: string },
): Said | null {
  const birthDate = parseBirthDate(agreement?.identity.birthDate ?? '');
  if (!agreement || !birthDate || !answer || !isAnswer(answer.code)) return null;
  const { birthName, firstNames } = agreement.identity;
  return {
    reference_orientation: null,
    numero_dossier_unite: unitFileNumber,
    code_structure: codes.missionLocaleCode,
    code_unite: codes.unitCode,
    identifiant_imilo: null,
    origine_candidature: null,
    nom_naissance: birthName,
    prenom_1: firstNames[0] ?? 'SNP',
    date_naissance: birthDate,
    flux_origine: 'DIR',
    date_sortie: null,
    date_contact: answer.contactedOn,
    code_prise_en_charge: answer.code,
  };
}

function isAnswer(code: string): code is ReturnAnswer {
  return isCodeOf(RETURN_ANSWERS, code);
}
