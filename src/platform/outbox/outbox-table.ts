import { currentManager } from '../database/index.js';
import type { OutboxEvent } from '../../kernel/index.js';

/** A message that waits to be handed to the queue. */
export interface PendingMessage {
  readonly id: string;
  readonly name: string;
}

/** A message as a delivery needs it. */
export interface StoredMessage extends OutboxEvent {
  readonly id: string;
  readonly isDone: boolean;
}

/** How much is left to deliver. */
export interface OutboxBacklog {
  readonly unpublished: number;
  readonly undone: number;
  /** Given up: somebody must look at these. */
  readonly dead: number;
  /** Age of the oldest message not handed to the queue, in whole seconds; 0 when there is none. */
  readonly oldestSeconds: number;
}

/** How many messages were forgotten, and receipts of theirs. */
export interface PurgedMessages {
  readonly messages: number;
  readonly receipts: number;
}

/** Times a message is handed to the queue again before it waits for a person. */
export const MOST_SWEEPS = 12;

/** First and longest wait before an undone message is handed over again, in seconds. */
const SWEEP_AFTER_S = 300;
const SWEEP_MOST_S = 3_600;

/** Adds a message to the current transaction. Reads nothing back: scopes may only insert here. */
export async function insertMessage(id: string, event: OutboxEvent): Promise<void> {
  await currentManager().query(
    `insert into app.outbox_message (id, name, organisation_id, subject_id, payload, correlation_id)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      event.name,
      event.organisationId,
      event.subjectId,
      JSON.stringify(event.payload),
      event.correlationId,
    ],
  );
}

/** Locks the oldest messages never handed over that no other relay holds. */
export function lockUnpublished(limit: number): Promise<PendingMessage[]> {
  return currentManager().query<PendingMessage[]>(
    `select id, name from app.outbox_message where published_at is null
      order by created_at limit $1 for update skip locked`,
    [limit],
  );
}

/**
 * Locks messages handed over but not done in time: after 5 minutes, then twice as long each time,
 * at most an hour (REL-02). `afterSeconds` replaces the 5 minutes.
 */
export function lockOverdue(
  limit: number,
  afterSeconds = SWEEP_AFTER_S,
): Promise<PendingMessage[]> {
  return currentManager().query<PendingMessage[]>(
    `select id, name from app.outbox_message
      where done_at is null and attempts <= $2
        and published_at <= now() - make_interval(secs => $3)
        and published_at <= now() - make_interval(secs => least($4, $3 * 2 ^ (attempts - 1)))
      order by published_at limit $1 for update skip locked`,
    [limit, MOST_SWEEPS, afterSeconds, Math.max(afterSeconds, SWEEP_MOST_S)],
  );
}

/** Notes that the messages were handed to the queue, once more. */
export async function markPublished(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await currentManager().query(
    `update app.outbox_message set published_at = now(), attempts = attempts + 1
      where id = any($1::uuid[])`,
    [ids],
  );
}

/** Closes messages nobody listens to. */
export async function markUnheard(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await currentManager().query(
    `update app.outbox_message set published_at = coalesce(published_at, now()), done_at = now()
      where id = any($1::uuid[])`,
    [ids],
  );
}

/** Closes a message once each of its consumers has left its receipt. */
export async function markDoneBy(id: string, consumers: readonly string[]): Promise<void> {
  await currentManager().query(
    `update app.outbox_message set done_at = now() where id = $1 and done_at is null
        and (select count(*) from app.inbox_receipt
              where message_id = $1 and consumer = any($2::text[])) = cardinality($2::text[])`,
    [id, consumers],
  );
}

/** Reads a message again; undefined when it was purged. */
export async function readMessage(id: string): Promise<StoredMessage | undefined> {
  const rows = await currentManager().query<StoredMessage[]>(
    `select id, name, organisation_id as "organisationId", subject_id as "subjectId", payload,
            correlation_id as "correlationId", done_at is not null as "isDone"
       from app.outbox_message where id = $1`,
    [id],
  );
  return rows[0];
}

/** Leaves the receipt of a consumer; false when it was there already. */
export async function leaveReceipt(consumer: string, messageId: string): Promise<boolean> {
  const rows = await currentManager().query<unknown[]>(
    `insert into app.inbox_receipt (consumer, message_id) values ($1, $2)
     on conflict do nothing returning 1`,
    [consumer, messageId],
  );
  return rows.length > 0;
}

/** Counts what is left to deliver. */
export async function readBacklog(): Promise<OutboxBacklog> {
  const rows = await currentManager().query<OutboxBacklog[]>(
    `select count(*) filter (where published_at is null)::int as "unpublished",
            count(*) filter (where published_at is not null)::int as "undone",
            count(*) filter (where attempts > $1)::int as "dead",
            coalesce(floor(extract(epoch from now() - min(created_at)
              filter (where published_at is null))), 0)::int as "oldestSeconds"
       from app.outbox_message where done_at is null`,
    [MOST_SWEEPS],
  );
  return rows[0] ?? { unpublished: 0, undone: 0, dead: 0, oldestSeconds: 0 };
}

/** Deletes the messages done for more than `days` days and the receipts of their consumers. */
export async function deleteDone(days: number): Promise<PurgedMessages> {
  const rows = await currentManager().query<PurgedMessages[]>(
    `with gone as (delete from app.outbox_message
        where done_at < now() - make_interval(days => $1) returning id),
      receipts as (delete from app.inbox_receipt
        where message_id in (select id from gone) returning 1)
     select (select count(*) from gone)::int as messages,
            (select count(*) from receipts)::int as receipts`,
    [days],
  );
  return rows[0] ?? { messages: 0, receipts: 0 };
}
