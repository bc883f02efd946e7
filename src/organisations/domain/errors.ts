import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** No organisation bears this code. */
export class OrganisationUnknown extends DomainError {
  readonly code = 'organisation-unknown';
  readonly kind = 'not-found';

  constructor() {
    super('Aucune organisation ne porte ce code.');
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

/** No file of reference data stands at this address: it was applied, abandoned, or forgotten after a day. */
export class ReferenceFileUnknown extends DomainError {
  readonly code = 'reference-file-unknown';
  readonly kind = 'not-found';

  constructor() {
    super(
      'Aucun fichier de référence à cette adresse : il a pu être appliqué, abandonné ou oublié.',
    );
  }
}

/** A file that waits has become faulty: what it names has changed. */
export class FaultyReferenceFile extends DomainError {
  readonly code = 'reference-file-faulty';
  readonly kind = 'refused';

  constructor() {
    super('Ce fichier ne peut plus être appliqué : corrigez-le, puis déposez-le de nouveau.');
  }
}

/** A file says what is already so. */
export class ReferenceUnchanged extends DomainError {
  readonly code = 'reference-unchanged';
  readonly kind = 'refused';

  constructor() {
    super('Ce fichier dit ce qui est déjà enregistré : il n’y a rien à appliquer.');
  }
}

/** The set is not what it was when the differences were shown. */
export class ReferenceChanged extends DomainError {
  readonly code = 'reference-changed';
  readonly kind = 'conflict';

  constructor() {
    super(
      'Le référentiel a changé depuis que les différences vous ont été montrées : relisez celles de maintenant.',
    );
  }
}
