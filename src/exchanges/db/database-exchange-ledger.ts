import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager, insertRows } from '../../platform/database/index.js';
import type {
  ExchangeFile,
  ExchangePlace,
  ExchangeRow,
  ReportHead,
} from '../domain/exchange-file.js';
import type { FileStep } from '../domain/exchange-file.machine.js';
import type { RowAnomaly } from '../flow/index.js';
import type { AnomalyGroup } from '../report/index.js';
import {
  ExchangeLedger,
  type AnomalyPage,
  type ExchangeFilter,
  type ProcessingResult,
  type SettledRow,
} from '../use-cases/ports.js';
import * as anomalies from './exchange-anomalies.js';
import { writeMark, writeTransition } from './exchange-transitions.js';
import {
  ENTRY_COLUMNS,
  OF_FILE,
  toEntry,
  toEntryRow,
  type EntryRow,
} from './exchange-entry-rows.js';
import {
  FILE_COLUMNS,
  SELECTED_FILE,
  storableJson,
  toFile,
  toFileRow,
  type ExchangeFileRow,
} from './exchange-file-rows.js';

/** The ledger in PostgreSQL; row-level security decides which files exist for the caller. */
@Injectable()
export class DatabaseExchangeLedger extends ExchangeLedger {
  override nextReceipt(kind: 'AEE' | 'ARE', year: number): Promise<string> {
    return nextNumber('app.receipt_number', kind, year);
  }

  override nextReport(year: number): Promise<string> {
    return nextNumber('app.report_number', 'CRM', year);
  }

  override lockSequence(organisationId: string, flow: string, mode: string): Promise<void> {
    return waitInTurn(['exchange-sequence', organisationId, flow, mode]);
  }

  override lockFlow(organisationId: string, flow: string): Promise<void> {
    return waitInTurn(['exchange-flow', organisationId, flow]);
  }

  override async insert(file: ExchangeFile): Promise<void> {
    await insertRows('app.exchange_file', FILE_COLUMNS, [toFileRow(file)]);
    await writeTransition({ fileId: file.id, from: null, to: file.step });
  }

  override async byId(id: string): Promise<ExchangeFile | null> {
    const [file] = await filesWhere('t.id = $1', [id]);
    return file ?? null;
  }

  override async takeForProcessing(id: string): Promise<ExchangeFile | null> {
    const [file] = await filesWhere('t.id = $1', [id], 'for update');
    return file ?? null;
  }

  override async takeIfFree(id: string): Promise<ExchangeFile | null> {
    const [file] = await filesWhere('t.id = $1', [id], 'for update skip locked');
    return file ?? null;
  }

  override async finish(id: string, result: ProcessingResult): Promise<void> {
    const { state, step, report, counters, faults, appliedAt } = result;
    await writeTransition({ fileId: id, from: 'present', to: step });
    await currentManager().query(FINISH, [
      id,
      state,
      step,
      report?.number ?? null,
      report?.stage ?? null,
      report?.code ?? null,
      counters.read,
      counters.applied,
      counters.unchanged,
      counters.inReview,
      counters.stale,
      counters.rejected,
      JSON.stringify(storableJson(faults)),
      appliedAt,
    ]);
  }

  override async confirm(id: string, code: string): Promise<void> {
    await writeMark({ fileId: id, mark: CONFIRMED, reason: code });
  }

  override async confirmedCodes(id: string): Promise<string[]> {
    const rows: { reason: string }[] = await currentManager().query(
      `select distinct reason from app.exchange_transition
       where file_id = $1 and to_step = '${CONFIRMED}' order by reason`,
      [id],
    );
    return rows.map(({ reason }) => reason);
  }

  override async resume(id: string, step: FileStep): Promise<void> {
    await writeTransition({ fileId: id, from: 'present', to: step });
    await currentManager().query(
      `update app.exchange_file set state = 'registered', step = $2, crashes = 0, failures = 0,
         due_at = clock_timestamp() where id = $1`,
      [id, step],
    );
  }

  override async page(
    filter: ExchangeFilter,
    limit: number,
    after: { receivedAt: Instant; id: string } | null,
  ): Promise<{ items: ExchangeFile[]; total: number }> {
    const asked = [filter.flow ?? null, filter.period ?? null, filter.state ?? null];
    const [counted]: { total: number }[] = await currentManager().query(
      `select count(*) as total from app.exchange_file t where ${ASKED}`,
      asked,
    );
    const place = after ? [after.receivedAt, after.id] : [null, null];
    const items = await filesWhere(
      `${ASKED} and ($4::timestamptz is null or (t.received_at, t.id) < ($4, $5::uuid))`,
      [...asked, ...place],
      `order by t.received_at desc, t.id desc limit ${limit}`,
    );
    return { items, total: counted?.total ?? 0 };
  }

  override sameSequenceOrContent(
    organisationId: string,
    { flow, mode, period, sequence }: ExchangePlace,
    sha256: string,
  ): Promise<ExchangeFile[]> {
    return filesWhere(
      `${ACCEPTED} and (t.sequence = $4 or (t.period = $5 and t.sha256 = $6))`,
      [organisationId, flow, mode, sequence, period, sha256],
      'order by t.received_at, t.id',
    );
  }

  override async lastSequence(organisationId: string, flow: string, mode: string): Promise<number> {
    const [row]: { last: number }[] = await currentManager().query(
      `select coalesce(max(t.sequence), 0) as last from app.exchange_file t where ${ACCEPTED}`,
      [organisationId, flow, mode],
    );
    return row?.last ?? 0;
  }

  override filesOfPeriod(
    organisationId: string,
    flow: string,
    mode: string,
    period: string,
  ): Promise<ExchangeFile[]> {
    return filesWhere(
      `${ACCEPTED} and t.period = $4 and t.nature <> 'S'`,
      [organisationId, flow, mode, period],
      'order by t.received_at, t.id',
    );
  }

  override async insertRows(file: ExchangeFile, rows: readonly ExchangeRow[]): Promise<void> {
    await insertRows(
      'app.exchange_row',
      { ...OF_FILE, ...ENTRY_COLUMNS },
      rows.map((row) => toEntryRow(file, row)),
      OVER_EARLIER_ROWS,
    );
  }

  override insertAnomalies(
    file: ExchangeFile,
    firstNumber: number,
    found: readonly RowAnomaly[],
  ): Promise<void> {
    return anomalies.insert(file, firstNumber, found);
  }

  override nextAnomaly(fileId: string): Promise<number> {
    return anomalies.nextNumber(fileId);
  }

  override async rows(
    fileId: string,
    states?: readonly ExchangeRow['state'][],
  ): Promise<ExchangeRow[]> {
    const found: EntryRow[] = await currentManager().query(
      `select ${Object.keys(ENTRY_COLUMNS).join(', ')} from app.exchange_row
       where file_id = $1 and ($2::text[] is null or state = any($2)) order by line`,
      [fileId, states ?? null],
    );
    return found.map(toEntry);
  }

  override anomalies(fileId: string): Promise<RowAnomaly[]> {
    return anomalies.all(fileId);
  }

  override anomalyPage(...asked: Parameters<ExchangeLedger['anomalyPage']>): Promise<AnomalyPage> {
    return anomalies.page(...asked);
  }

  override anomalyGroups(fileId: string): Promise<AnomalyGroup[]> {
    return anomalies.groups(fileId);
  }

  override async clearAnomalies(fileId: string): Promise<void> {
    await currentManager().query('delete from app.exchange_anomaly where file_id = $1', [fileId]);
  }

  override async settleRow(fileId: string, line: number, fate: SettledRow): Promise<boolean> {
    const [, written] = (await currentManager().query(
      `update app.exchange_row set state = $3, resource_id = $4, recipient_id = $5
       where file_id = $1 and line = $2 and state = 'V'`,
      [fileId, line, fate.state, fate.resourceId, fate.recipientId],
    )) as [unknown, number];
    if (written === 1) await currentManager().query(MOVE_COUNTERS, [fileId, fate.state]);
    return written === 1;
  }

  override async recodeReport(fileId: string, code: ReportHead['code']): Promise<void> {
    const sql = 'update app.exchange_file set report_code = $2 where id = $1';
    await currentManager().query(sql, [fileId, code]);
  }

  override async recipients(fileId: string): Promise<string[]> {
    const rows: { recipient_id: string }[] = await currentManager().query(
      `select distinct recipient_id from app.exchange_row
       where recipient_id is not null
         and ((file_id = $1 and state in ('A', 'V')) or replaced_by = $1)
       order by recipient_id`,
      [fileId],
    );
    return rows.map((row) => row.recipient_id);
  }
}

/** One transaction at a time for a key; the others wait until it ends. */
async function waitInTurn(key: readonly string[]): Promise<void> {
  await currentManager().query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    JSON.stringify(key),
  ]);
}

/** Mark, in the journal of steps, of an anomaly confirmed by its emitter. */
const CONFIRMED = 'CONFIRME';

const ACCEPTED = `t.org_id = $1 and t.flow = $2 and t.mode = $3 and t.state <> 'refused'`;

const ASKED = `($1::text is null or t.flow = $1) and ($2::text is null or t.period = $2)
  and ($3::text is null or t.state = $3)`;

const OVER_EARLIER_ROWS = `on conflict (file_id, line) do update set row_id = excluded.row_id,
  natural_key = excluded.natural_key, state = excluded.state, resource_id = excluded.resource_id,
  recipient_id = excluded.recipient_id, byte_start = excluded.byte_start,
  byte_end = excluded.byte_end`;

const FINISH = `update app.exchange_file t set state = $2, step = $3, report_number = $4,
  report_stage = $5, report_code = $6, rows_read = $7, rows_applied = $8, rows_unchanged = $9,
  rows_in_review = $10, rows_stale = $11, rows_rejected = $12,
  faults = t.faults || coalesce((select jsonb_agg(f) from jsonb_array_elements($13::jsonb) f
    where not t.faults @> jsonb_build_array(f)), '[]'::jsonb),
  applied_at = $14 where t.id = $1`;

const MOVE_COUNTERS = `update app.exchange_file set rows_in_review = rows_in_review - 1,
  rows_applied = rows_applied + ($2 = 'A')::int, rows_unchanged = rows_unchanged + ($2 = 'I')::int,
  rows_stale = rows_stale + ($2 = 'P')::int, rows_rejected = rows_rejected + ($2 = 'R')::int
  where id = $1`;

async function filesWhere(
  condition: string,
  values: readonly unknown[],
  rest = '',
): Promise<ExchangeFile[]> {
  const rows: ExchangeFileRow[] = await currentManager().query(
    `select ${SELECTED_FILE} from app.exchange_file t where ${condition} ${rest}`,
    [...values],
  );
  return rows.map(toFile);
}

async function nextNumber(sequence: string, kind: string, year: number): Promise<string> {
  const [row]: { next: number }[] = await currentManager().query(
    `select nextval('${sequence}') as next`,
  );
  return `${kind}-${year}-${String(row?.next).padStart(7, '0')}`;
}
