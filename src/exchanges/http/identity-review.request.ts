import { codeList } from '../../kernel/index.js';
import { CodeOf, OptionalCodeOf, OptionalUuid } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import type { ReviewDecision } from '../use-cases/decide-identity-review.js';
import type { IdentityReview } from '../use-cases/ports.js';

const STATES = codeList('state', 'État de la revue', {
  open: 'À trancher',
  'same-person': 'Même personne',
  'different-persons': 'Personnes différentes',
  undecidable: 'Indécidable',
});

const DECISIONS = codeList('decision', 'Ce que la personne qui compare a décidé', {
  MEME_PERSONNE: 'Même personne',
  PERSONNES_DIFFERENTES: 'Personnes différentes',
  INDECIDABLE: 'Indécidable : l’émetteur doit corriger',
});
type DecisionCode = (typeof DECISIONS)['values'][number]['code'];

/** The words of exchange.md 7.f and ours. */
export const DECISION_OF: Readonly<Record<DecisionCode, ReviewDecision>> = {
  MEME_PERSONNE: 'same-person',
  PERSONNES_DIFFERENTES: 'different-persons',
  INDECIDABLE: 'undecidable',
};

/** Query of `GET /api/v1/identity-reviews`. */
export class ListIdentityReviewsRequest extends PageRequest {
  @OptionalCodeOf(STATES)
  readonly state?: IdentityReview['state'] | null;
}

/** Body of `POST /api/v1/identity-reviews/{id}/commands/decide`. */
export class DecideIdentityReviewRequest {
  @CodeOf(DECISIONS)
  readonly decision: DecisionCode;

  @OptionalUuid({ about: 'Le dossier de la personne, parmi ceux proposés' })
  readonly candidateId?: string | null;
}
