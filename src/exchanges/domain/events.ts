/** Events of the exchange of files, versioned; their subject is the file, deposited or delivered, or a notice. */
export const EXCHANGE_EVENTS = [
  /** Registered at the door: to be processed. */
  'exchange-file.received.v1',
  /** Held, then confirmed by its emitter: to be processed. */
  'exchange-file.confirmed.v1',
  /** Its rows are applied: recipients may have something to receive. */
  'exchange-file.applied.v1',
  /** Refused as a whole once its rows were read: nothing of it is applied. */
  'exchange-file.rejected.v1',
  /** Out of the queue for a reason of ours: nothing of it is applied. */
  'exchange-file.set-aside.v1',
  /** Given back to the processing by an operator: to be processed. */
  'exchange-file.replayed.v1',
  /** A human gave one of its rows its last fate: counters and report have changed. */
  'exchange-file.settled.v1',
  /** Its report is final. */
  'exchange-file.closed.v1',
  /** It came after the photo of its month: what it changed goes out with the daily round. */
  'exchange-file.supplement.v1',
  /** A reminder or a warning; its subject is the notice. A channel (mail, folder) may carry it. */
  'exchange-notice.issued.v1',
  /** It holds what must never travel: for the data protection officer. */
  'exchange-file.privacy-alert.v1',
  /** It speaks for somebody else, or is no file: for the security officer. */
  'exchange-file.security-alert.v1',
  /** Put in the mailbox of its recipient. */
  'mailbox-file.delivered.v1',
] as const;
