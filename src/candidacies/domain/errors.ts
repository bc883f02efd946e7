import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** No such candidacy in what the caller may see; another unit's reads the same (SEC-22). */
export class CandidacyNotFound extends DomainError {
  readonly code = 'candidacy-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Cette candidature est introuvable.');
  }
}

const REFUSALS = {
  SUITE_CONTRADICTOIRE:
    'Une autre décision porte déjà cette date : vérifiez, ou datez la nouvelle.',
  CHRONOLOGIE: 'Une décision plus récente est déjà enregistrée.',
  TRANSITION_INTERDITE: 'Cette action n’est pas possible dans l’état actuel du dossier.',
} as const;

/** The life-cycle does not let this command pass now. */
export class CandidacyCommandRefused extends DomainError {
  readonly code: 'SUITE_CONTRADICTOIRE' | 'CHRONOLOGIE' | 'TRANSITION_INTERDITE';
  readonly kind = 'refused';
  constructor(refusal: string, command: string, state: string) {
    const code =
      refusal === 'SUITE_CONTRADICTOIRE' || refusal === 'CHRONOLOGIE'
        ? refusal
        : 'TRANSITION_INTERDITE';
    super(REFUSALS[code], { members: { command, state } });
    this.code = code;
  }
}

/** What was given does not make a decision. */
export class OutcomeInvalid extends DomainError {
  readonly code = 'outcome-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('La décision ne peut pas être enregistrée : corrigez les points signalés.', { issues });
  }
}

/** A medical conclusion needs the right to write one (PRV-02). */
export class MedicalConclusionForbidden extends DomainError {
  readonly code = 'medical-conclusion-forbidden';
  readonly kind = 'forbidden';
  constructor() {
    super('Vous n’avez pas le droit d’enregistrer une conclusion médicale.');
  }
}

/** The unit already uses this number for another file. */
export class UnitFileNumberTaken extends DomainError {
  readonly code = 'unit-file-number-taken';
  readonly kind = 'conflict';
  constructor() {
    super('Ce numéro de dossier est déjà celui d’une autre candidature de votre unité.');
  }
}
