import { DomainError } from '../../kernel/index.js';

/** No indicator, or no period that is over, at this address. */
export class FiguresNotFound extends DomainError {
  readonly code = 'figures-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Aucun indicateur, ou aucune période close, ne correspond à cette adresse.');
  }
}
