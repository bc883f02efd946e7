import type { CodeList } from '../../kernel/index.js';
import { OptionalCodeOf, OptionalText } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { VOLUNTEER_STATES, type VolunteerState } from '../domain/volunteer.js';

const STATES: CodeList = {
  name: 'state',
  about: 'Situation du volontaire',
  values: VOLUNTEER_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/volunteers`. */
export class ListVolunteersRequest extends PageRequest {
  @OptionalCodeOf(STATES)
  readonly state?: VolunteerState | null;

  @OptionalText({ max: 24, about: 'Référence de l’orientation' })
  readonly reference?: string | null;

  @OptionalText({ max: 30, about: 'Numéro du dossier dans l’unité' })
  readonly unitFileNumber?: string | null;

  @OptionalText({ max: 14, about: 'Code de la mission locale' })
  readonly missionLocale?: string | null;

  @OptionalText({ max: 14, about: 'Code de l’unité' })
  readonly unit?: string | null;
}
