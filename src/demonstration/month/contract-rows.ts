import type { Page, ReferralAnswer } from './api-answers.js';
import type { PartnerClient } from './partner-client.js';
import type { PlayedRow } from './play-sheet.js';

/** Contracts that a mission locale tells of in one month. */
const MOST = 8;

/** CEM: the CEJ of those whom a unit selected or refused, as they were referred; one that never began. */
export async function contractRows(partner: PartnerClient, period: string): Promise<PlayedRow[]> {
  const path = '/api/v1/referrals?state=decided&limit=100';
  const { items } = await partner.get<Page<ReferralAnswer>>(path);
  const inContract = items
    .filter(({ cejStartsOn }) => cejStartsOn !== null && cejStartsOn.slice(0, 7) <= period)
    .slice(0, MOST);
  return inContract.map((one, index): PlayedRow => {
    const right = {
      reference_orientation: one.reference,
      code_structure: partner.organisation,
      code_unite: one.unit.code,
      identifiant_imilo: one.youngPerson.imiloId ?? '',
      origine_candidature: 'ML',
      nom_naissance: one.youngPerson.birthName,
      prenom_1: one.youngPerson.firstNames[0] ?? '',
      date_naissance: one.youngPerson.birthDate,
      mois: period,
      cej_actif: 'O',
      cej_date_debut: one.cejStartsOn ?? '',
      cej_date_fin_prevue: one.cejEndsOn ?? '',
    };
    return { sent: index === 0 ? { ...right, cej_date_debut: '' } : right, right };
  });
}
