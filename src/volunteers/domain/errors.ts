import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** No such service in what the caller may see; another organisation's reads the same (SEC-22). */
export class VolunteerNotFound extends DomainError {
  readonly code = 'volunteer-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Ce volontaire est introuvable.');
  }
}

/** What was given does not make an incorporation, a presence or an exit. */
export class VolunteerInvalid extends DomainError {
  readonly code = 'volunteer-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été enregistré : corrigez les points signalés.', { issues });
  }
}

const REFUSALS = {
  CHRONOLOGIE: 'Cette date précède un fait déjà enregistré.',
  TRANSITION_INTERDITE: 'Cette action n’est pas possible dans la situation actuelle du volontaire.',
} as const;

/** The life-cycle does not let this command pass now. */
export class VolunteerCommandRefused extends DomainError {
  readonly code: 'CHRONOLOGIE' | 'TRANSITION_INTERDITE';
  readonly kind = 'refused';
  constructor(refusal: string, command: string, state: string) {
    const code = refusal === 'CHRONOLOGIE' ? refusal : 'TRANSITION_INTERDITE';
    super(REFUSALS[code], { members: { command, state } });
    this.code = code;
  }
}

/** Only who was found fit and selected is incorporated (exchange.md 7.a: APTE_RETENU -> INC). */
export class CandidacyNotSelected extends DomainError {
  readonly code = 'candidacy-not-selected';
  readonly kind = 'refused';
  constructor() {
    super('Seul un candidat apte et retenu est incorporé : enregistrez d’abord la décision.');
  }
}

/** The candidacy already has its service. */
export class AlreadyIncorporated extends DomainError {
  readonly code = 'already-incorporated';
  readonly kind = 'conflict';
  constructor() {
    super('Une incorporation est déjà enregistrée pour cette candidature : complétez-la.');
  }
}
