import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** No such return in what the caller may see; another organisation's reads the same (SEC-22). */
export class ReturnNotFound extends DomainError {
  readonly code = 'return-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Ce retour est introuvable.');
  }
}

/** What was given does not make an answer. */
export class ReturnInvalid extends DomainError {
  readonly code = 'return-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été enregistré : corrigez les points signalés.', { issues });
  }
}

/** "Unreachable" was said of somebody whom one hardly tried to reach. */
export class TooFewAttempts extends DomainError {
  readonly code = 'too-few-attempts';
  readonly kind = 'refused';
  constructor() {
    super(
      '« Injoignable » se dit après plusieurs relances : enregistrez d’abord vos tentatives de contact.',
    );
  }
}

const REFUSALS = {
  CHRONOLOGIE: 'Un contact plus récent est déjà enregistré.',
  TRANSITION_INTERDITE: 'Cette action n’est pas possible dans la situation actuelle du retour.',
  RETOUR_PLUS_RECENT:
    'Un autre retour de ce jeune est en cours ou se prépare, dans votre mission locale ou dans une autre : celui-ci ne se reprend plus.',
} as const;

/** The life-cycle does not let this command pass now. */
export class ReturnCommandRefused extends DomainError {
  readonly code: 'CHRONOLOGIE' | 'TRANSITION_INTERDITE';
  readonly kind = 'refused';
  constructor(refusal: string, command: string, state: string) {
    const code = refusal === 'CHRONOLOGIE' ? refusal : 'TRANSITION_INTERDITE';
    const said = refusal === 'RETOUR_PLUS_RECENT' ? refusal : code;
    super(REFUSALS[said], { members: { command, state } });
    this.code = code;
  }
}

/** No such proposal in what the caller may see; another organisation's reads the same (SEC-22). */
export class TransferNotFound extends DomainError {
  readonly code = 'return-transfer-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Cette proposition de transfert est introuvable.');
  }
}

/** What was given does not make a proposal. */
export class TransferInvalid extends DomainError {
  readonly code = 'return-transfer-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été enregistré : corrigez les points signalés.', { issues });
  }
}

/** The life-cycle of the proposal, or that of its return, does not let this command pass now. */
export class TransferCommandRefused extends DomainError {
  readonly code = 'TRANSITION_INTERDITE';
  readonly kind = 'refused';
  constructor(refusal: string) {
    super('Cette action n’est plus possible : relisez où en est le retour.', {
      members: { refusal },
    });
  }
}

const OTHERS: Readonly<Record<string, string>> = {
  pending: 'Une proposition attend déjà une réponse : retirez-la avant d’en faire une autre.',
  'not-yours':
    'Cette action revient à un autre organisme : qui suit le retour propose et renonce, qui est sollicité répond.',
};

/** Nothing in the state is against it: another proposal waits, or it is for another organisation to do. */
export class TransferRefused extends DomainError {
  readonly code = 'return-transfer-refused';
  readonly kind = 'refused';
  constructor(refusal: string, words: string) {
    super(words, { members: { refusal } });
  }
}

/** The error of a proposal, or of a command on one, that was decided against. */
export function transferRefusal(refusal: string): DomainError {
  const words = OTHERS[refusal];
  return words === undefined
    ? new TransferCommandRefused(refusal)
    : new TransferRefused(refusal, words);
}
