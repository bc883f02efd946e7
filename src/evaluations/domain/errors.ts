import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** What was given does not make a note. */
export class NoteInvalid extends DomainError {
  readonly code = 'evaluation-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été enregistré : corrigez les points signalés.', { issues });
  }
}
