import { OptionalText, OptionalWholeNumber } from '../../fields/index.js';

const DEFAULT_LIMIT = 50;
/** SEC-34. */
const MOST = 100;

/** The parameters of every list; the search of a list extends it with its filters. */
export class PageRequest {
  @OptionalWholeNumber({ min: 1, max: MOST, isInQuery: true, about: 'Éléments par page' })
  readonly limit: number = DEFAULT_LIMIT;

  @OptionalText({ max: 1000, about: 'Membre « next » de la page précédente' })
  readonly cursor?: string | null;
}
