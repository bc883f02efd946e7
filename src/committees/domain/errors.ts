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

/** An edition shows the year before beside its own: that one is frozen first. */
export class EditionBeforeNotFrozen extends DomainError {
  readonly code = 'edition-before-not-frozen';
  readonly kind = 'conflict';
  constructor(year: number) {
    super(
      `Le rapport ${year} montre aussi ${year - 1}, dont le rapport n’est pas figé. Figez d’abord le rapport ${year - 1}, puis celui-ci.`,
    );
  }
}

/** The figures of this year were published by the edition of the next, beside its own. */
export class LaterEditionFrozen extends DomainError {
  readonly code = 'later-edition-frozen';
  readonly kind = 'conflict';
  constructor(year: number) {
    super(
      `Le rapport ${year} ne peut plus être figé : le rapport ${year + 1}, déjà figé, montre les chiffres de ${year} à côté des siens.`,
    );
  }
}

/** A filter that no period or no place of the figures answers. */
export class FiguresFilterUnknown extends DomainError {
  readonly code = 'figures-filter-unknown';
  readonly kind = 'invalid';
  constructor(name: string, detail: string) {
    super(detail, { issues: [{ pointer: `/${name}`, code: 'figures-filter-unknown', detail }] });
  }
}
