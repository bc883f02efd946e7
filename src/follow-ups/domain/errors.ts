import { DomainError, type FieldIssue } from '../../kernel/index.js';
import type { MilestoneWindow } from './milestone.rules.js';

/** Nobody who left, in what the caller may see; another organisation's reads the same (SEC-22). */
export class FollowUpNotFound extends DomainError {
  readonly code = 'follow-up-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Aucun devenir n’est demandé à cette adresse.');
  }
}

/** What was given does not make an answer. */
export class FollowUpInvalid extends DomainError {
  readonly code = 'follow-up-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été enregistré : corrigez les points signalés.', { issues });
  }
}

/** It is too early to say what became of somebody. */
export class FollowUpNotOpen extends DomainError {
  readonly code = 'follow-up-not-open';
  readonly kind = 'refused';
  constructor({ opensOn, closesOn }: MilestoneWindow) {
    super('La fenêtre de ce jalon n’est pas encore ouverte : répondez à partir de son ouverture.', {
      members: { opensOn, closesOn },
    });
  }
}

/** It is too late: the milestone counts as not answered. */
export class FollowUpClosed extends DomainError {
  readonly code = 'follow-up-closed';
  readonly kind = 'refused';
  constructor({ opensOn, closesOn }: MilestoneWindow) {
    super('La fenêtre de ce jalon est fermée : il compte comme resté sans réponse.', {
      members: { opensOn, closesOn },
    });
  }
}
