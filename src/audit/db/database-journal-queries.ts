import { Injectable } from '@nestjs/common';
import { currentManager } from '../../platform/database/index.js';
import {
  SECURITY_FAMILIES,
  type JournalLine,
  type JournalReach,
  type JournalSearch,
} from '../domain/journal.js';
import { JournalQueries, type JournalPosition } from '../use-cases/ports.js';

const COLUMNS = `e.id, e.recorded_at as "recordedAt", e.recorded_at::text as position,
  o.code as "organisationCode", e.actor_type as "actorType", e.actor_id as "actorId",
  e.acting_role as "actingRole", e.channel, e.command, e.resource_type as "resourceType",
  e.resource_id as "resourceId", e.result, e.detail`;

/** Conditions of a search, with their values. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** `?` stands for each value. */
  add(sql: string, ...values: readonly unknown[]): void {
    const left = [...values];
    this.parts.push(sql.replaceAll('?', () => `$${this.values.push(left.shift())}`));
  }

  get sql(): string {
    return this.parts.join(' and ');
  }
}

/** The journal in PostgreSQL, latest first by `audit_event_latest`. */
@Injectable()
export class DatabaseJournalQueries extends JournalQueries {
  override async lines(
    search: JournalSearch,
    reach: JournalReach,
    { after, limit }: { readonly after: JournalPosition | null; readonly limit: number },
  ): Promise<readonly JournalLine[]> {
    const where = conditionsOf(search, reach);
    if (after) where.add('(e.recorded_at, e.id) < (?::timestamptz, ?::uuid)', after.at, after.id);
    return currentManager().query<JournalLine[]>(
      `select ${COLUMNS} from app.audit_event e join app.organisation o on o.id = e.org_id
       where ${where.sql} order by e.recorded_at desc, e.id desc limit ${limit}`,
      where.values,
    );
  }

  override async count(search: JournalSearch, reach: JournalReach, most: number): Promise<number> {
    const where = conditionsOf(search, reach);
    const [row]: { count: number }[] = await currentManager().query(
      `select count(*)::int as count from
         (select from app.audit_event e where ${where.sql} limit ${most}) as counted`,
      where.values,
    );
    return row?.count ?? 0;
  }
}

function conditionsOf(search: JournalSearch, reach: JournalReach): Conditions {
  const { from, to, timeZone, organisationCode, command, actorId } = search;
  const where = new Conditions();
  where.add('e.recorded_at >= ?::date::timestamp at time zone ?', from, timeZone);
  where.add('e.recorded_at < (?::date + 1)::timestamp at time zone ?', to, timeZone);
  where.add(search.isOfFiles ? 'e.file_line is not null' : 'e.file_line is null');
  // What an administrator was refused elsewhere stands there too: their own acts.
  if (reach === 'security') {
    where.add(
      `(split_part(e.command, '.', 1) = any(?) or e.acting_role = 'admin')`,
      SECURITY_FAMILIES,
    );
  }
  // Which file had a medical conclusion to read is itself medical: managers are told none of them.
  if (reach === 'own') where.add(`e.command not like 'medical-conclusion.%'`);
  if (organisationCode !== null) {
    where.add('e.org_id = (select id from app.organisation where code = ?)', organisationCode);
  }
  if (command !== null) where.add('e.command = ?', command);
  if (actorId !== null) where.add('e.actor_id = ?', actorId);
  if (search.resourceType !== null) where.add('e.resource_type = ?', search.resourceType);
  if (search.resourceId !== null) where.add('e.resource_id = ?', search.resourceId);
  return where;
}
