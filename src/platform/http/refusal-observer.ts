import type { Actor, DomainError } from '../../kernel/index.js';

/** A request that a feature refused, once its transaction is rolled back. */
export interface RefusedRequest {
  readonly actor: Actor;
  /** `POST /api/v1/referrals/:id/commands/withdraw` */
  readonly route: string;
  /** The resource named in the address, if any. */
  readonly resourceId: string | null;
  readonly error: DomainError;
  /** True when nothing would have been written. */
  readonly isReading: boolean;
}

/** Told of every refusal of a feature, so that a writing leaves its line in the journal and nothing else. */
export abstract class RefusalObserver {
  /** Awaited before the answer leaves; must not throw. */
  abstract refused(request: RefusedRequest): Promise<void>;
}
