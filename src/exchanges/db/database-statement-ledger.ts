import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import {
  StatementLedger,
  type RowResource,
  type StatementPlace,
  type StatementsOf,
} from '../use-cases/statement-ledger.js';

interface ReplacedRow {
  resource_id: string;
  recipient_id: string | null;
}

interface StatementRow {
  resource_id: string;
  file_id: string;
  line: number;
  is_replaced: boolean;
}

// A row that is stated again but refused, or in review, is not gone: what was said before it stands.
const REPLACE = `with earlier as (
    select id from app.exchange_file
    where org_id = $2 and flow = $3 and mode = $4 and period = $5 and nature <> 'S'
      and sequence < $6 and state in ('applied', 'closed')),
  restated as (
    select natural_key, bool_or(state <> 'V' and (state <> 'R' or resource_id is not null)) as is_taken
    from app.exchange_row where file_id = $1 and natural_key is not null group by natural_key),
  replaced as (
    update app.exchange_row r set replaced_by = $1
    where r.file_id in (select id from earlier) and r.replaced_by is null
      and not exists (select from restated n where n.natural_key = r.natural_key and not n.is_taken)
    returning r.resource_id, r.recipient_id, r.natural_key)
  select distinct resource_id, recipient_id from replaced r
  where resource_id is not null
    and not exists (select from restated n where n.natural_key = r.natural_key)`;

// What was taken back counts only in a file of corrections, where it may correct another month.
const STATEMENTS = `select * from (
    select r.resource_id, r.file_id, r.line, r.replaced_by is not null or ($5 and f.id <> p.id
        and f.nature <> 'S' and f.period = p.period and f.sequence < p.sequence) as is_replaced,
      f.nature = 'C' and coalesce((f.manifest #>> '{totals,byType,CORRECTION}')::int, 0) > 0 as may_correct
    from app.exchange_file p
    join app.exchange_file f on f.org_id = p.org_id and f.flow = $2 and f.mode = 'P'
      and (f.state in ('applied', 'closed') or f.id = p.id)
    join app.exchange_row r on r.file_id = f.id
    where p.id = $4 and p.org_id = $1 and r.resource_id = any($3)
      and r.state in ('A', 'I', 'P', 'R')) s
  where not s.is_replaced or s.may_correct order by s.file_id, s.line`;

// The acts on a referral, a candidacy or a return, on the referral that a candidacy answers, and on its service.
const MOVED_ON = `select 1 from (
    select channel, organisation_id, recorded_at from app.candidacy_transition
      where candidacy_id = $1
    union all select channel, organisation_id, recorded_at from app.referral_transition
      where referral_id in (select $1::uuid union all
        select referral_id from app.candidacy where id = $1)
    union all select channel, organisation_id, recorded_at from app.return_transition
      where episode_id = $1
    union all select channel, organisation_id, recorded_at from app.direct_applicant_transition
      where direct_applicant_id = $1
    union all select h.channel, h.organisation_id, h.recorded_at from app.volunteer_transition h
      join app.volunteer v on v.id = h.volunteer_id where v.candidacy_id = $1) h
  where recorded_at >= $3 and (channel <> 'file' or organisation_id is distinct from $2) limit 1`;

// The history of a contract is its mission locale's alone.
const CONTRACT_MOVED_ON = `select 1 from app.cej_contract_transition
  where contract_id = $1 and recorded_at >= $3
    and (channel <> 'file' or organisation_id is distinct from $2) limit 1`;

// So is that of what became of somebody; what files say of it is kept by the service.
const FOLLOW_UP_MOVED_ON = `select 1 from app.follow_up_transition h
  join app.follow_up t on t.id = h.follow_up_id
  where t.volunteer_id = $1 and h.recorded_at >= $3
    and (h.channel <> 'file' or h.organisation_id is distinct from $2) limit 1`;

// Of a direct applicant, what either side did counts.
const APPLICANT_MOVED_ON = `select 1 from app.direct_applicant_transition h
  where h.direct_applicant_id = $1 and h.recorded_at >= $3
    and (h.channel <> 'file' or h.organisation_id is distinct from $2) limit 1`;

const MOVED_ON_IN: Readonly<Record<string, string>> = {
  CEM: CONTRACT_MOVED_ON,
  DEV: FOLLOW_UP_MOVED_ON,
  DIR: APPLICANT_MOVED_ON,
};

/** The statements in PostgreSQL; row-level security decides whose they are. */
@Injectable()
export class DatabaseStatementLedger extends StatementLedger {
  override async replaceRows(file: ExchangeFile): Promise<RowResource[]> {
    const { id, organisationId, place } = file;
    if (!place) return [];
    const { flow, mode, period, sequence } = place;
    const rows: ReplacedRow[] = await currentManager().query(REPLACE, [
      id,
      organisationId,
      flow,
      mode,
      period,
      sequence,
    ]);
    return rows.map((row) => ({ resourceId: row.resource_id, recipientId: row.recipient_id }));
  }

  override async isRowReplaced(fileId: string, line: number): Promise<boolean> {
    const rows: unknown[] = await currentManager().query(
      `select 1 from app.exchange_row
       where file_id = $1 and line = $2 and replaced_by is not null`,
      [fileId, line],
    );
    return rows.length > 0;
  }

  override async hasMovedOn(
    resourceId: string,
    { organisationId, flow }: Pick<StatementsOf, 'organisationId' | 'flow'>,
    since: Instant,
  ): Promise<boolean> {
    const moved = MOVED_ON_IN[flow] ?? MOVED_ON;
    const acts: unknown[] = await currentManager().query(moved, [
      resourceId,
      organisationId,
      since,
    ]);
    return acts.length > 0;
  }

  override async statementsOn(
    resourceIds: readonly string[],
    { organisationId, flow, processedId, isReplacing }: StatementsOf,
  ): Promise<StatementPlace[]> {
    if (resourceIds.length === 0) return [];
    const rows: StatementRow[] = await currentManager().query(STATEMENTS, [
      organisationId,
      flow,
      resourceIds,
      processedId,
      isReplacing,
    ]);
    return rows.map((row) => ({
      resourceId: row.resource_id,
      fileId: row.file_id,
      line: row.line,
      isReplaced: row.is_replaced,
    }));
  }
}
