import { DomainError, type FieldIssue } from '../../kernel/index.js';
import type { SessionRefusal } from './information-session.machine.js';

/** No session the caller may see; another organisation's reads the same (SEC-22). */
export class SessionNotFound extends DomainError {
  readonly code = 'information-session-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Cette séance d’information est introuvable.');
  }
}

/** What was given does not make a session. */
export class SessionInvalid extends DomainError {
  readonly code = 'information-session-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été enregistré : corrigez les points signalés.', { issues });
  }
}

const WHY: Readonly<Record<'wrong-state' | 'not-allowed' | SessionRefusal, string>> = {
  'wrong-state': 'Cette séance est annulée.',
  'not-allowed': 'Votre organisme ne peut pas faire cela sur cette séance.',
  'session-begun': 'Cette séance a commencé ou est passée.',
  'session-to-come':
    'Cette séance n’a pas encore eu lieu : dites qui est venu à partir de son heure.',
  'session-over': 'Cette séance est passée depuis plus de 30 jours : elle ne se modifie plus.',
  'session-full':
    'Toutes les places sont prises : retirez un inscrit, ou planifiez une autre séance.',
  'already-registered': 'Ce jeune est déjà inscrit à cette séance.',
  'not-registered': 'Ce jeune n’est pas inscrit à cette séance.',
};

/** The session does not let this be done now; `reason` says why. */
export class SessionCommandRefused extends DomainError {
  readonly code = 'information-session-command-refused';
  readonly kind = 'refused';
  constructor(reason: keyof typeof WHY) {
    super(WHY[reason], { members: { reason } });
  }
}
