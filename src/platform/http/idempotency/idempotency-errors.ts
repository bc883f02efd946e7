import { DomainError } from '../../../kernel/index.js';

/** The same request is being served right now. */
export class IdempotencyRunning extends DomainError {
  readonly code = 'idempotency-running';
  readonly kind = 'conflict';

  constructor() {
    super('Une requête portant cette clé est en cours : attendez son issue, puis renvoyez-la.', {
      members: { retryAfter: 2 },
    });
  }
}

/** The key was used for another request. */
export class IdempotencyOtherPayload extends DomainError {
  readonly code = 'idempotency-other-payload';
  readonly kind = 'invalid';

  constructor() {
    super('Cette clé a déjà servi à une autre requête : prenez-en une neuve.');
  }
}
