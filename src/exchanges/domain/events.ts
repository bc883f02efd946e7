/** Events of the exchange of files, versioned; their subject is the file. */
export const EXCHANGE_EVENTS = [
  /** Registered at the door: to be processed. */
  'exchange-file.received.v1',
  /** Held, then confirmed by its emitter: to be processed. */
  'exchange-file.confirmed.v1',
  /** Its rows are applied: recipients may have something to receive. */
  'exchange-file.applied.v1',
] as const;
