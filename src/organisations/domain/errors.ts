import { DomainError } from '../../kernel/index.js';

/** No organisation bears this code. */
export class OrganisationUnknown extends DomainError {
  readonly code = 'organisation-unknown';
  readonly kind = 'not-found';

  constructor() {
    super('Aucune organisation ne porte ce code.');
  }
}

/** A coverage file names missions locales that the register does not know. */
export class MissionLocaleUnknown extends DomainError {
  readonly code = 'mission-locale-unknown';
  readonly kind = 'invalid';

  constructor(codes: readonly string[]) {
    super(`Missions locales inconnues du registre : ${codes.join(', ')}.`);
  }
}

/** A coverage already starts on that day or later: the past would be rewritten. */
export class CoverageAlreadyDated extends DomainError {
  readonly code = 'coverage-already-dated';
  readonly kind = 'conflict';

  constructor(day: string) {
    super(`Une couverture commence déjà le ${day} ou après : choisissez une date plus tardive.`);
  }
}
