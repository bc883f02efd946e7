import { codeList } from '../../kernel/index.js';
import { OptionalCodeOf, OptionalText } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';

const KINDS = codeList('nature', 'Nature de l’organisation', {
  'mission-locale': 'Mission locale',
  unit: 'Unité',
  national: 'Instance nationale ou régionale',
});
type Kind = (typeof KINDS)['values'][number]['code'];

const SCHEMES = codeList('dispositif', 'Dispositif', {
  SMA: 'Service militaire adapté',
  SMV: 'Service militaire volontaire',
});

/** Filters of the list of organisations. */
export class SearchOrganisationsRequest extends PageRequest {
  @OptionalCodeOf(KINDS)
  readonly kind?: Kind | null;

  @OptionalCodeOf(SCHEMES)
  readonly scheme?: string | null;

  @OptionalText({ max: 20, about: 'Territoire', example: 'RE' })
  readonly territory?: string | null;

  @OptionalText({ max: 14, about: 'Code de structure ou d’unité', example: '97411S00' })
  readonly code?: string | null;
}
