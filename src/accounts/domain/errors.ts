import { DomainError, type FieldIssue } from '../../kernel/index.js';
import type { SignInRefusal } from './sign-in.rules.js';

/** The actor manages neither accounts nor clients. */
export class AccountsForbidden extends DomainError {
  readonly code = 'accounts-forbidden';
  readonly kind = 'forbidden';

  constructor() {
    super('Seule une personne administratrice gère les comptes et les clients.');
  }
}

/** Values that make no account or client. */
export class InvalidAccountData extends DomainError {
  readonly code = 'invalid-account-data';
  readonly kind = 'invalid';

  constructor(issues: readonly FieldIssue[]) {
    super('Des valeurs ne conviennent pas.', { issues });
  }
}

/** The address or the client identifier is already used. */
export class AccountAlreadyExists extends DomainError {
  readonly code = 'account-already-exists';
  readonly kind = 'conflict';

  constructor() {
    super('Un compte ou un client porte déjà cet identifiant.');
  }
}

/** No such account, or no such client in use. */
export class UnknownAccount extends DomainError {
  readonly code = 'unknown-account';
  readonly kind = 'not-found';

  constructor() {
    super('Aucun compte ou client en service ne porte cet identifiant.');
  }
}

/** The approval code is not that of this account. */
export class WrongApprovalCode extends DomainError {
  readonly code = 'wrong-approval-code';
  readonly kind = 'invalid';

  constructor() {
    super('Ce code d’approbation n’est pas celui de ce compte.');
  }
}

/** The account does not wait for anybody's approval. */
export class AccountNotPending extends DomainError {
  readonly code = 'account-not-pending';
  readonly kind = 'refused';

  constructor() {
    super('Ce compte n’attend pas d’approbation.');
  }
}

/** Creating an account takes two people (SEC-06). */
export class SecondPersonNeeded extends DomainError {
  readonly code = 'second-person-needed';
  readonly kind = 'forbidden';

  constructor() {
    super(
      'Une autre personne que celle qui a créé le compte, et que son titulaire, doit l’approuver.',
    );
  }
}

/** The provider knows the person, this service does not let them in. */
export class SignInRefused extends DomainError {
  readonly code = 'sign-in-refused';
  readonly kind = 'forbidden';

  constructor(readonly refusal: SignInRefusal) {
    super('Cette connexion n’ouvre pas Passerelle.');
  }
}

/** What came back from the provider is not the end of a sign-in this browser began. */
export class SignInBroken extends DomainError {
  readonly code = 'sign-in-broken';
  readonly kind = 'invalid';

  constructor() {
    super(
      'Cette connexion est interrompue ou déjà utilisée : recommencez depuis la page de connexion.',
    );
  }
}

/** No identity provider is configured, or it does not answer. */
export class SignInUnavailable extends DomainError {
  readonly code = 'sign-in-unavailable';
  readonly kind = 'unavailable';

  constructor() {
    super('Le fournisseur d’identité ne répond pas. Recommencez dans un instant.');
  }
}

/** Too many sign-ins were begun from one address. */
export class TooManySignIns extends DomainError {
  readonly code = 'too-many-sign-ins';
  readonly kind = 'too-many';

  /** @param seconds to wait */
  constructor(seconds: number) {
    super(`Trop de connexions ont été commencées depuis ce réseau : attendez ${seconds} s.`, {
      members: { retryAfter: seconds },
    });
  }
}

/** The account is not in the state that the act needs: somebody else came first. */
export class AccountStateChanged extends DomainError {
  readonly code = 'account-state-changed';
  readonly kind = 'refused';

  constructor() {
    super('Ce compte n’est plus dans cet état : relisez sa page avant de recommencer.');
  }
}

/** Nobody suspends their own account, or opens it again. */
export class OwnAccount extends DomainError {
  readonly code = 'own-account';
  readonly kind = 'forbidden';

  constructor() {
    super(
      'Vous ne pouvez ni suspendre ni rouvrir votre propre compte : demandez à une autre personne.',
    );
  }
}

/** The service keeps somebody who can administer it. */
export class LastAdministrator extends DomainError {
  readonly code = 'last-administrator';
  readonly kind = 'refused';

  constructor() {
    super(
      'C’est le dernier compte d’administration ouvert : ouvrez-en un autre avant de le suspendre.',
    );
  }
}
