import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** No such referral in what the caller may see; another organisation's reads the same (SEC-22). */
export class ReferralNotFound extends DomainError {
  readonly code = 'referral-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Cette orientation est introuvable.');
  }
}

/** The young person already has an open referral: one at a time (contract.md 2). */
export class ReferralAlreadyOpen extends DomainError {
  readonly code = 'referral-already-open';
  readonly kind = 'conflict';
  /** `existing` is null when another request created it at the same instant. */
  constructor(existing: { id: string; reference: string } | null) {
    super('Ce jeune a déjà une orientation en cours : ouvrez-la, ou retirez-la d’abord.', {
      members: existing ? { existing: { id: existing.id, reference: existing.reference } } : {},
    });
  }
}

/** The reference is already that of another referral of this mission locale. */
export class ReferenceAlreadyUsed extends DomainError {
  readonly code = 'reference-already-used';
  readonly kind = 'conflict';
  constructor() {
    super('Cette référence est déjà celle d’une autre orientation.');
  }
}

/** The life-cycle does not let this command pass now. */
export class ReferralCommandRefused extends DomainError {
  readonly code = 'TRANSITION_INTERDITE';
  readonly kind = 'refused';
  constructor(command: string, state: string) {
    super('Cette action n’est pas possible dans l’état actuel de l’orientation.', {
      members: { command, state },
    });
  }
}

/** What was given does not make a referral. */
export class ReferralInvalid extends DomainError {
  readonly code = 'referral-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('L’orientation ne peut pas être enregistrée : corrigez les points signalés.', { issues });
  }
}

/** No convention in force between the mission locale and the unit on that day (exchange.md #11). */
export class ConventionInactive extends DomainError {
  readonly code = 'CONVENTION_INACTIVE';
  readonly kind = 'invalid';
  constructor() {
    super('Aucune convention en vigueur ne lie votre mission locale à cette unité.', {
      issues: [
        {
          pointer: '/unit',
          code: 'CONVENTION_INACTIVE',
          detail: 'Choisissez une unité liée par convention.',
        },
      ],
    });
  }
}

const DOUBTS = {
  IDENTITE_INCOHERENTE:
    'Ce numéro i-milo est celui d’un autre jeune de votre structure : vérifiez l’identité.',
  IDENTITE_ECART:
    'Ce numéro i-milo est celui d’un jeune né une autre année : vérifiez la date de naissance.',
  SEXE_ECART: 'Ce numéro i-milo est celui d’un jeune de l’autre sexe : vérifiez l’identité.',
  JUMEAUX_POSSIBLES:
    'Ce numéro i-milo est celui d’un jeune de même nom, né le même jour : vérifiez le prénom.',
  HOMONYME_POSSIBLE:
    'Plusieurs jeunes de votre structure portent ces mêmes traits : précisez le dossier i-milo.',
  TROP_DE_CANDIDATS:
    'Trop de jeunes de votre structure portent ces mêmes traits : précisez le dossier i-milo.',
} as const;

/** The identity given does not agree with the file that carries the same number, or several agree. */
export class IdentityDoubtful extends DomainError {
  readonly code:
    | 'IDENTITE_INCOHERENTE'
    | 'IDENTITE_ECART'
    | 'SEXE_ECART'
    | 'JUMEAUX_POSSIBLES'
    | 'HOMONYME_POSSIBLE'
    | 'TROP_DE_CANDIDATS';
  readonly kind = 'conflict';
  constructor(reason: keyof typeof DOUBTS) {
    super(DOUBTS[reason]);
    this.code = reason;
  }
}
