/** A fact other features may react to, kept in the same transaction as the change that made it. */
export interface OutboxEvent {
  /** Versioned: `referral.submitted.v1`. */
  readonly name: string;
  /** The organisation whose rows a listener reads again; `null` for a fact of the whole service. */
  readonly organisationId: string | null;
  readonly subjectId: string;
  /** Ids and the minimum; never personal data: listeners read the record again. */
  readonly payload: Readonly<Record<string, string | number | null>>;
  readonly correlationId: string;
}

/** Where events are published. Only inside a unit of work: outside one, `publish` fails. */
export abstract class Outbox {
  abstract publish(event: OutboxEvent): Promise<void>;
}
