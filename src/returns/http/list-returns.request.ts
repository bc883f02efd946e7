import type { CodeList } from '../../kernel/index.js';
import { OptionalCodeOf, OptionalText, OptionalUuid } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { RETURN_STATES, type ReturnState } from '../domain/return-episode.js';

const STATES: CodeList = {
  name: 'state',
  about: 'État du retour',
  values: RETURN_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/returns`. */
export class ListReturnsRequest extends PageRequest {
  @OptionalCodeOf(STATES)
  readonly state?: ReturnState | null;

  @OptionalText({ max: 14, about: 'Code de l’unité' })
  readonly unit?: string | null;

  @OptionalText({ max: 14, about: 'Code de la mission locale' })
  readonly missionLocale?: string | null;

  @OptionalText({ max: 24, about: 'Référence de l’orientation' })
  readonly reference?: string | null;

  @OptionalUuid({ about: 'Identifiant du volontaire' })
  readonly volunteer?: string | null;
}
