import { DomainError, type FieldIssue } from '../../kernel/index.js';

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

/** The register is kept by administrators. */
export class RegisterForbidden extends DomainError {
  readonly code = 'register-forbidden';
  readonly kind = 'forbidden';

  constructor() {
    super('Seule l’administration tient le registre des organismes.');
  }
}

/** What was typed of an organisation does not do. */
export class InvalidOrganisation extends DomainError {
  readonly code = 'organisation-invalid';
  readonly kind = 'invalid';

  constructor(issues: readonly FieldIssue[]) {
    super('Cet organisme ne peut pas être enregistré ainsi.', { issues });
  }
}

/** Nobody closes the organisation they work for. */
export class OwnOrganisation extends DomainError {
  readonly code = 'own-organisation';
  readonly kind = 'refused';

  constructor() {
    super(
      'Vous travaillez pour cet organisme : quelqu’un de l’administration d’un autre organisme doit changer ses dates.',
    );
  }
}
