import { DomainError } from '../../kernel/index.js';

/** Too many requests of one kind in too little time (SEC-21). */
export class TooManyRequests extends DomainError {
  readonly code = 'too-many-requests';
  readonly kind = 'too-many';

  /** @param seconds to wait */
  constructor(seconds: number) {
    const minutes = Math.ceil(seconds / 60);
    const wait = seconds < 120 ? `${seconds} s` : `${minutes} minutes`;
    super(`Trop de demandes en peu de temps : attendez ${wait}, puis recommencez.`, {
      members: { retryAfter: seconds },
    });
  }
}

/** The count of requests is out of reach, for something that is not done uncounted. */
export class QuotaUnavailable extends DomainError {
  readonly code = 'quota-unavailable';
  readonly kind = 'unavailable';

  constructor() {
    super('Cette demande n’est pas possible pour l’instant : recommencez dans quelques secondes.', {
      members: { retryAfter: 5 },
    });
  }
}
