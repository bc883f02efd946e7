import type { CodeList } from '../../kernel/index.js';
import { OptionalCodeOf, OptionalText } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { REFERRAL_STATES, type ReferralState } from '../domain/referral.js';

const STATES: CodeList = {
  name: 'state',
  about: 'État de l’orientation',
  values: REFERRAL_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/referrals`. */
export class ListReferralsRequest extends PageRequest {
  @OptionalText({ max: 24, about: 'Référence de l’orientation' })
  readonly reference?: string | null;

  @OptionalCodeOf(STATES)
  readonly state?: ReferralState | null;

  @OptionalText({ max: 14, about: 'Code de l’unité' })
  readonly unit?: string | null;

  @OptionalText({ max: 14, about: 'Code de la mission locale' })
  readonly missionLocale?: string | null;

  @OptionalText({
    max: 10,
    pattern: /^\d{1,10}$/,
    shape: '1 à 10 chiffres',
    about: 'Numéro i-milo',
  })
  readonly imiloId?: string | null;
}
