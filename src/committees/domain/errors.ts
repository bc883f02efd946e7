import { DomainError } from '../../kernel/index.js';

/** No indicator, or no period that is over, at this address. */
export class FiguresNotFound extends DomainError {
  readonly code = 'figures-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Aucun indicateur, ou aucune période close, ne correspond à cette adresse.');
  }
}

/** This year was not frozen: there is no text to hash. */
export class EditionNotFound extends DomainError {
  readonly code = 'edition-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Le rapport de cette année n’est pas figé : il n’a pas d’empreinte à vérifier.');
  }
}

/** A frozen report is asked to change. */
export class EditionAlreadyFrozen extends DomainError {
  readonly code = 'edition-already-frozen';
  readonly kind = 'conflict';
  constructor(year: number) {
    super(
      `Le rapport ${year} est déjà figé : il ne change plus. Une correction faite depuis y est signalée, sans changer ses chiffres.`,
    );
  }
}
