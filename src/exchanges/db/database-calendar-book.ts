import { Injectable } from '@nestjs/common';
import type { Instant, Month } from '../../kernel/index.js';
import { currentManager, insertRows } from '../../platform/database/index.js';
import type { LateFile, OwedSlot, SequenceGap, WaitingFile } from '../domain/calendar/acts.js';
import type { OpenReport } from '../domain/calendar/due-acts.js';
import { CalendarBook, type RecordedKey } from '../use-cases/calendar-ports.js';

type UnsettledSlot = Awaited<ReturnType<CalendarBook['unsettledSlots']>>[number];

const STARTED = 'DEPART';

const SLOT_COLUMNS = {
  id: 'uuid',
  org_id: 'uuid',
  flow: 'text',
  mode: 'text',
  period: 'text',
  state: 'text',
  opens_at: 'timestamptz',
  due_at: 'timestamptz',
  closes_at: 'timestamptz',
} as const;

/** What the calendar decides from, in PostgreSQL; of the partners' tables, what names nobody. */
@Injectable()
export class DatabaseCalendarBook extends CalendarBook {
  override async startedAt(operatorId: string, now: Instant): Promise<Instant> {
    await currentManager().query(
      `insert into app.exchange_act (org_id, key, due_at, done_at) values ($1, '${STARTED}', $2, $2)
       on conflict do nothing`,
      [operatorId, now],
    );
    const [row]: { at: Instant }[] = await currentManager().query(
      `select due_at as at from app.exchange_act where org_id = $1 and key = '${STARTED}'`,
      [operatorId],
    );
    return row?.at ?? now;
  }

  override actsDueSince(since: Instant): Promise<RecordedKey[]> {
    return all(
      `select org_id as "organisationId", key from app.exchange_act where due_at >= $1`,
      since,
    );
  }

  override noticesDueSince(since: Instant): Promise<RecordedKey[]> {
    return all(
      `select org_id as "organisationId", key from app.exchange_notice where due_at >= $1`,
      since,
    );
  }

  override recordedOwners(period: Month): Promise<Pick<OwedSlot, 'organisationId' | 'flow'>[]> {
    return all(
      `select org_id as "organisationId", flow from app.exchange_slot
       where mode = 'P' and period = $1`,
      period,
    );
  }

  override async openSlots(slots: readonly (OwedSlot & { readonly id: string })[]): Promise<void> {
    await insertRows(
      'app.exchange_slot',
      SLOT_COLUMNS,
      slots.map(({ id, organisationId, flow, period, dates }) => ({
        id,
        org_id: organisationId,
        flow,
        mode: 'P',
        period,
        state: 'expected',
        opens_at: dates.opensAt,
        due_at: dates.dueAt,
        closes_at: dates.closesAt,
      })),
      'on conflict (org_id, flow, mode, period) do nothing',
    );
  }

  override unsettledSlots(): Promise<UnsettledSlot[]> {
    return all(UNSETTLED_SLOTS);
  }

  override waitingFiles(now: Instant): Promise<WaitingFile[]> {
    return all(WAITING_FILES, now);
  }

  override gapsSince(since: Instant): Promise<SequenceGap[]> {
    return all(GAPS, since);
  }

  override lateFilesSince(since: Instant): Promise<LateFile[]> {
    return all(LATE_FILES, since);
  }

  override openReports(): Promise<OpenReport[]> {
    return all(OPEN_REPORTS);
  }

  override async lastDepositAt(): Promise<Instant | null> {
    const [row] = await all<{ at: Instant | null }>(
      'select max(received_at) as at from app.exchange_file',
    );
    return row?.at ?? null;
  }

  override async expire(fileId: string, now: Instant): Promise<boolean> {
    const [, count] = (await currentManager().query(
      `update app.mailbox_file set purged_at = $2,
         state = case when state = 'acknowledged' then state else 'expired' end
       where id = $1 and purged_at is null`,
      [fileId, now],
    )) as [unknown, number];
    if (count === 0) return false;
    await currentManager().query('delete from app.mailbox_content where file_id = $1', [fileId]);
    await currentManager().query(
      `update app.delivery_part set state = 'expired'
       where file_id = $1 and state <> 'acknowledged'`,
      [fileId],
    );
    return true;
  }
}

const UNSETTLED_SLOTS = `select s.id, s.org_id as "organisationId", s.flow, s.mode, s.period, s.state,
    s.opens_at as "opensAt", s.due_at as "dueAt", s.closes_at as "closesAt",
    exists (select from app.exchange_file f
      where f.slot_id = s.id and f.state in ('registered', 'internal-error')) as "hasDeposit",
    exists (select from app.exchange_slot p
      where p.org_id = s.org_id and p.flow = s.flow and p.mode = s.mode and p.state <> 'expected'
        and p.period = to_char(to_date(s.period, 'YYYY-MM') - interval '1 month', 'YYYY-MM')
      ) as "wasReceivedBefore"
  from app.exchange_slot s where s.closed_at is null order by s.period, s.org_id, s.flow, s.mode`;

const WAITING_FILES = `select m.id, m.org_id as "organisationId", m.flow, m.mode, m.period,
    m.file_name as "fileName", m.state, m.copied_at is not null as "isCopied",
    m.available_at as "availableAt", m.expires_at as "expiresAt",
    array(select p.emitter_id from app.delivery_part p where p.file_id = m.id order by 1)
      as "emitterIds"
  from app.mailbox_file m
  where m.purged_at is null and (m.state in ('available', 'downloaded') or m.expires_at <= $1)
  order by m.available_at, m.id`;

/** A number that came later fills its gap: then there is nothing to ask for any more. */
const GAPS = `select f.org_id as "organisationId", f.flow, b.last + 1 as "firstMissing",
    f.received_at as "seenAt"
  from app.exchange_file f
  cross join lateral (select coalesce(max(e.sequence), 0) as last from app.exchange_file e
    where e.org_id = f.org_id and e.flow = f.flow and e.mode = f.mode and e.state <> 'refused'
      and e.sequence < f.sequence) b
  where f.faults @> '[{"code": "SEQUENCE_TROU"}]' and f.state <> 'refused' and f.mode = 'P'
    and f.received_at >= $1 and b.last + 1 < f.sequence
  order by f.received_at, f.id`;

/** Applied after 06:00 UTC of day 10 of the next month, when the photo of the month went. */
const LATE_FILES = `select f.id, f.org_id as "organisationId", f.applied_at as "appliedAt"
  from app.exchange_file f
  where f.applied_at >= $1 and f.mode = 'P' and f.nature <> 'S' and f.state in ('applied', 'closed')
    and f.applied_at > (to_date(f.period, 'YYYY-MM') + interval '1 month 9 days 6 hours')
      at time zone 'UTC'
    and not exists (select from app.exchange_act a
      where a.org_id = f.org_id and a.key = 'SUPPLEMENT:' || f.id)
  order by f.applied_at, f.id`;

/** Photos and notices of a month whose slot is closed, when no row of theirs waits for a person. */
const OPEN_REPORTS = `select f.id as "fileId", f.org_id as "organisationId"
  from app.exchange_file f
  join app.exchange_slot s on s.org_id = f.org_id and s.flow = f.flow and s.mode = f.mode
    and s.period = left(f.period, 7)
  where f.report_stage = 'PROVISOIRE' and f.state in ('applied', 'rejected')
    and s.closed_at is not null
    and not exists (select from app.identity_review r where r.file_id = f.id and r.state = 'open')
  order by f.received_at, f.id`;

function all<T>(sql: string, ...values: readonly unknown[]): Promise<T[]> {
  return currentManager().query(sql, [...values]);
}
