import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** No such contract in what the caller may see; another organisation's reads the same (SEC-22). */
export class ContractNotFound extends DomainError {
  readonly code = 'cej-contract-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Ce contrat est introuvable.');
  }
}

/** What was given does not make a contract, an extension or an end. */
export class ContractInvalid extends DomainError {
  readonly code = 'cej-contract-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été enregistré : corrigez les points signalés.', { issues });
  }
}

/** The life-cycle does not let this command pass now. */
export class ContractCommandRefused extends DomainError {
  readonly code = 'TRANSITION_INTERDITE';
  readonly kind = 'refused';
  constructor(command: string, state: string) {
    super('Cette action n’est pas possible dans l’état actuel du contrat.', {
      members: { command, state },
    });
  }
}

/** The young person already has a contract of this scheme on these days: correct that one. */
export class ContractAlreadyRecorded extends DomainError {
  readonly code = 'cej-contract-already-recorded';
  readonly kind = 'conflict';
  constructor(existing: string) {
    super('Ce jeune a déjà un contrat enregistré à ces dates : corrigez-le plutôt.', {
      members: { existing: { id: existing } },
    });
  }
}
