import type { CodeList } from '../../kernel/index.js';
import { OptionalCodeOf, OptionalText } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { CANDIDACY_STATES, type CandidacyState } from '../domain/candidacy.js';
import { ORIGINS, type Origin } from '../domain/code-lists.js';

const STATES: CodeList = {
  name: 'state',
  about: 'État de la candidature',
  values: CANDIDACY_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/candidacies`. */
export class ListCandidaciesRequest extends PageRequest {
  @OptionalCodeOf(STATES)
  readonly state?: CandidacyState | null;

  @OptionalText({ max: 24, about: 'Référence de l’orientation' })
  readonly reference?: string | null;

  @OptionalText({ max: 30, about: 'Numéro du dossier dans l’unité' })
  readonly unitFileNumber?: string | null;

  @OptionalText({ max: 14, about: 'Code de la mission locale' })
  readonly missionLocale?: string | null;

  @OptionalCodeOf(ORIGINS)
  readonly origin?: Origin | null;
}
