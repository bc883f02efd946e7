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

/** The row changed a file: its effect is corrected where it can be seen, not erased. */
export class ReviewedRowApplied extends DomainError {
  readonly code = 'reviewed-row-applied';
  readonly kind = 'refused';
  constructor() {
    super(
      'La ligne a été appliquée : corrigez le dossier lui-même, ou faites envoyer une ligne corrigée.',
    );
  }
}
