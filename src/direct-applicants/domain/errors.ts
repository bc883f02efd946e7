import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** None in what the caller may see; another organisation's reads the same (SEC-22). */
export class DirectApplicantNotFound extends DomainError {
  readonly code = 'direct-applicant-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Aucun candidat direct n’est enregistré à cette adresse.');
  }
}

/** What was given does not make a direct applicant, or an answer. */
export class DirectApplicantInvalid extends DomainError {
  readonly code = 'direct-applicant-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été enregistré : corrigez les points signalés.', { issues });
  }
}

/** The unit has an applicant of this number already. */
export class DirectApplicantKnown extends DomainError {
  readonly code = 'direct-applicant-known';
  readonly kind = 'refused';
  constructor() {
    super(
      'Un candidat direct porte déjà ce numéro de dossier : relisez-le avant d’en créer un autre.',
    );
  }
}

/** The life-cycle does not let this command pass now. */
export class DirectApplicantCommandRefused extends DomainError {
  readonly code = 'TRANSITION_INTERDITE';
  readonly kind = 'refused';
  constructor(refusal: string) {
    super('Cette action n’est plus possible : relisez où en est l’invitation.', {
      members: { refusal },
    });
  }
}

const CONTRADICTIONS: Readonly<Record<string, string>> = {
  CHRONOLOGIE: 'Ce contact est plus ancien que la décision, ou que le contact déjà enregistré.',
  'too-few-attempts':
    'Enregistrez d’abord les tentatives faites : « injoignable » ne se dit qu’après plusieurs relances.',
};

/** What is known of the contacts contradicts the answer: an older day, or too few attempts. */
export class DirectApplicantRefused extends DomainError {
  readonly code = 'direct-applicant-refused';
  readonly kind = 'refused';
  constructor(refusal: string, words: string) {
    super(words, { members: { refusal } });
  }
}

/** The error of a command that was decided against. */
export function directRefusal(refusal: string): DomainError {
  const words = CONTRADICTIONS[refusal];
  if (words === undefined) return new DirectApplicantCommandRefused(refusal);
  return new DirectApplicantRefused(refusal, words);
}
