import { DomainError } from '../../kernel/index.js';

/** No such review for the caller. */
export class IdentityReviewNotFound extends DomainError {
  readonly code = 'identity-review-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Cette revue d’identité est introuvable.');
  }
}

/** Somebody has decided already. */
export class IdentityReviewDecided extends DomainError {
  readonly code = 'identity-review-decided';
  readonly kind = 'conflict';
  constructor() {
    super('Cette revue d’identité est déjà tranchée.');
  }
}

/** To say who the row speaks of, one of the candidates has to be named. */
export class ReviewCandidateUnknown extends DomainError {
  readonly code = 'review-candidate-unknown';
  readonly kind = 'invalid';
  constructor() {
    super('Indiquez lequel des dossiers proposés est celui de la personne.', {
      issues: [{ pointer: '/candidateId', code: 'CODE_INCONNU', detail: 'Dossier non proposé.' }],
    });
  }
}

/** The row still cannot be applied to the chosen file. */
export class ReviewedRowDoubtful extends DomainError {
  readonly code = 'reviewed-row-doubtful';
  readonly kind = 'refused';
  constructor() {
    super('La ligne ne peut pas être appliquée à ce dossier ; faites renvoyer une ligne corrigée.');
  }
}

/** There is no decision to take back. */
export class IdentityReviewOpen extends DomainError {
  readonly code = 'identity-review-open';
  readonly kind = 'conflict';
  constructor() {
    super('Cette revue d’identité n’est pas tranchée.');
  }
}

/** Somebody went on with the file since: what they did rests on the row. */
export class ReviewOvertaken extends DomainError {
  readonly code = 'identity-review-overtaken';
  readonly kind = 'refused';
  constructor() {
    super(
      'Le dossier a avancé depuis cette décision, qui ne s’annule plus : corrigez-le par une commande, ou faites envoyer une ligne corrigée.',
    );
  }
}
