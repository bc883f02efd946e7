/** One POST with a key: whose key it is and what it asked (REL-07). */
export interface IdempotencyClaim {
  readonly key: string;
  /** The machine that calls; the same key of another client is another key. */
  readonly client: string;
  readonly organisationId: string;
  /** SHA-256, hexadecimal, of method, path, body and client. */
  readonly fingerprint: string;
}

/** An answer kept to be given again. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; `null` for an answer without body. */
  readonly body: string | null;
}

/** What is known of a claim. */
export type IdempotencyStart =
  | { readonly state: 'new' }
  | { readonly state: 'replay'; readonly answer: StoredAnswer }
  | { readonly state: 'running' }
  | { readonly state: 'other-payload' };

/**
 * The kept answers. Both methods are called inside one unit of work of the actor, which is the
 * business transaction: either the effect and its answer are kept, or none of them is.
 */
export abstract class IdempotencyStore {
  /** Looks for the claim and, when new, keeps others from running it until the transaction ends. */
  abstract begin(claim: IdempotencyClaim): Promise<IdempotencyStart>;

  /** Keeps the answer of a claim that `begin` said new. */
  abstract complete(claim: IdempotencyClaim, answer: StoredAnswer): Promise<void>;
}
