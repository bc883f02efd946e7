import type { Instant } from '../../kernel/index.js';
import type { DoorFault } from '../catalogue/index.js';
import type { ExchangeMode, FileNature, Manifest } from '../deposit/index.js';
import type {
  ExchangeFile,
  ExchangeFileState,
  ExchangePlace,
  ReportHead,
} from '../domain/exchange-file.js';
import type { FileStep } from '../domain/exchange-file.machine.js';
import { storableText } from './storable-text.js';

/** A row of `app.exchange_file` as read. */
export type ExchangeFileRow = {
  id: string;
  org_id: string;
  number: string;
  state: ExchangeFileState;
  step: FileStep;
  flow: string | null;
  mode: ExchangeMode | null;
  period: string | null;
  nature: FileNature | null;
  sequence: number | null;
  slot_id: string | null;
  file_name: string | null;
  exchange_identifier: string | null;
  sha256: string;
  bytes: number;
  encoding: string | null;
  separator: string | null;
  row_count: number | null;
  is_on_time: boolean | null;
  channel: ExchangeFile['channel'];
  depositor_id: string;
  depositor_scopes: string[];
  manifest: Manifest | null;
  faults: DoorFault[];
  report_number: string | null;
  report_stage: ReportHead['stage'] | null;
  report_code: ReportHead['code'] | null;
  replaces_report: string | null;
  rows_read: number;
  rows_applied: number;
  rows_unchanged: number;
  rows_in_review: number;
  rows_stale: number;
  rows_rejected: number;
  received_at: Instant;
  applied_at: Instant | null;
  correlation_id: string;
};

/** Columns of `app.exchange_file`, in the order they are written. */
export const FILE_COLUMNS = {
  id: 'uuid',
  org_id: 'uuid',
  number: 'text',
  state: 'text',
  step: 'text',
  flow: 'text',
  mode: 'text',
  period: 'text',
  nature: 'text',
  sequence: 'int',
  slot_id: 'uuid',
  file_name: 'text',
  exchange_identifier: 'text',
  sha256: 'text',
  bytes: 'bigint',
  encoding: 'text',
  separator: 'text',
  row_count: 'int',
  is_on_time: 'boolean',
  channel: 'text',
  depositor_id: 'text',
  depositor_scopes: 'text[]',
  manifest: 'jsonb',
  faults: 'jsonb',
  report_number: 'text',
  report_stage: 'text',
  report_code: 'int',
  replaces_report: 'text',
  rows_read: 'int',
  rows_applied: 'int',
  rows_unchanged: 'int',
  rows_in_review: 'int',
  rows_stale: 'int',
  rows_rejected: 'int',
  received_at: 'timestamptz',
  applied_at: 'timestamptz',
  correlation_id: 'text',
} as const satisfies Record<keyof ExchangeFileRow, string>;

/** The columns to read, of the alias `t`. */
export const SELECTED_FILE = Object.keys(FILE_COLUMNS)
  .map((name) => `t.${name}`)
  .join(', ');

/** The row of a file. */
export function toFileRow(file: ExchangeFile): ExchangeFileRow {
  return {
    id: file.id,
    org_id: file.organisationId,
    number: file.number,
    state: file.state,
    step: file.step,
    ...placeColumns(file.place),
    slot_id: file.slotId,
    file_name: storableText(file.fileName),
    exchange_identifier: storableText(file.exchangeIdentifier),
    sha256: file.sha256,
    bytes: file.bytes,
    encoding: file.encoding,
    separator: file.separator,
    row_count: file.rows,
    is_on_time: file.isOnTime,
    channel: file.channel,
    depositor_id: file.depositorId,
    depositor_scopes: [...file.depositorScopes],
    manifest: storableJson(file.manifest),
    faults: storableJson([...file.faults]),
    report_number: file.report?.number ?? null,
    report_stage: file.report?.stage ?? null,
    report_code: file.report?.code ?? null,
    replaces_report: file.report?.replaces ?? null,
    rows_read: file.counters.read,
    rows_applied: file.counters.applied,
    rows_unchanged: file.counters.unchanged,
    rows_in_review: file.counters.inReview,
    rows_stale: file.counters.stale,
    rows_rejected: file.counters.rejected,
    received_at: file.receivedAt,
    applied_at: file.appliedAt,
    correlation_id: file.correlationId,
  };
}

type PlaceColumns = Pick<ExchangeFileRow, 'flow' | 'mode' | 'period' | 'nature' | 'sequence'>;

function placeColumns(place: ExchangePlace | null): PlaceColumns {
  return {
    flow: place?.flow ?? null,
    mode: place?.mode ?? null,
    period: place?.period ?? null,
    nature: place?.nature ?? null,
    sequence: place?.sequence ?? null,
  };
}

/** The same value, every text of it storable. */
export function storableJson<T>(value: T): T {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  );
  return JSON.parse(text) as T;
}

/** The file of a row. */
export function toFile(row: ExchangeFileRow): ExchangeFile {
  return {
    id: row.id,
    organisationId: row.org_id,
    number: row.number,
    state: row.state,
    step: row.step,
    place: placeOf(row),
    slotId: row.slot_id,
    fileName: row.file_name,
    exchangeIdentifier: row.exchange_identifier,
    sha256: row.sha256,
    bytes: row.bytes,
    encoding: row.encoding,
    separator: row.separator,
    rows: row.row_count,
    isOnTime: row.is_on_time,
    channel: row.channel,
    depositorId: row.depositor_id,
    depositorScopes: row.depositor_scopes,
    manifest: row.manifest,
    faults: row.faults,
    report: reportOf(row),
    counters: countersOf(row),
    receivedAt: row.received_at,
    appliedAt: row.applied_at,
    correlationId: row.correlation_id,
  };
}

function placeOf({ flow, mode, period, nature, sequence }: ExchangeFileRow): ExchangePlace | null {
  if (flow === null || mode === null || period === null) return null;
  if (nature === null || sequence === null) return null;
  return { flow, mode, period, nature, sequence };
}

function reportOf(row: ExchangeFileRow): ReportHead | null {
  const { report_number: number, report_stage: stage, report_code: code } = row;
  if (number === null || stage === null || code === null) return null;
  const head = { number, stage, code };
  return row.replaces_report === null ? head : { ...head, replaces: row.replaces_report };
}

function countersOf(row: ExchangeFileRow): ExchangeFile['counters'] {
  return {
    read: row.rows_read,
    applied: row.rows_applied,
    unchanged: row.rows_unchanged,
    inReview: row.rows_in_review,
    stale: row.rows_stale,
    rejected: row.rows_rejected,
  };
}
