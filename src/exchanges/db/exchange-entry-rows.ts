import type { FaultLevel, RowFaultCode } from '../catalogue/index.js';
import type { ExchangeFile, ExchangeRow, RowState } from '../domain/exchange-file.js';
import type { RowAnomaly } from '../flow/index.js';
import { storableText } from './storable-text.js';

/** A row of `app.exchange_row`, without its file. */
export type EntryRow = {
  line: number;
  row_id: number | null;
  natural_key: string | null;
  state: RowState;
  resource_id: string | null;
  recipient_id: string | null;
  byte_start: number;
  byte_end: number;
};

export const ENTRY_COLUMNS = {
  line: 'int',
  row_id: 'int',
  natural_key: 'text',
  state: 'text',
  resource_id: 'uuid',
  recipient_id: 'uuid',
  byte_start: 'bigint',
  byte_end: 'bigint',
} as const satisfies Record<keyof EntryRow, string>;

/** A row of `app.exchange_anomaly`, without its file. */
export type AnomalyRow = {
  number: number;
  line: number;
  row_id: number | null;
  column_name: string | null;
  position: number | null;
  type: string;
  code: RowFaultCode;
  precision: string | null;
  level: FaultLevel;
  value: string | null;
  message: string;
  correction: string;
  rule: string | null;
  cascade_of: string | null;
  suggested_value: string | null;
};

export const ANOMALY_COLUMNS = {
  number: 'int',
  line: 'int',
  row_id: 'int',
  column_name: 'text',
  position: 'int',
  type: 'text',
  code: 'text',
  precision: 'text',
  level: 'text',
  value: 'text',
  message: 'text',
  correction: 'text',
  rule: 'text',
  cascade_of: 'text',
  suggested_value: 'text',
} as const satisfies Record<keyof AnomalyRow, string>;

/** What ties an entry to its file. */
export const OF_FILE = { org_id: 'uuid', file_id: 'uuid' } as const;

export function toEntryRow(
  file: Pick<ExchangeFile, 'id' | 'organisationId'>,
  row: ExchangeRow,
): EntryRow & Record<keyof typeof OF_FILE, string> {
  return {
    org_id: file.organisationId,
    file_id: file.id,
    line: row.line,
    row_id: row.rowId,
    natural_key: storableText(row.naturalKey),
    state: row.state,
    resource_id: row.resourceId,
    recipient_id: row.recipientId,
    byte_start: row.byteStart,
    byte_end: row.byteEnd,
  };
}

export function toEntry(row: EntryRow): ExchangeRow {
  return {
    line: row.line,
    rowId: row.row_id,
    naturalKey: row.natural_key,
    state: row.state,
    resourceId: row.resource_id,
    recipientId: row.recipient_id,
    byteStart: row.byte_start,
    byteEnd: row.byte_end,
  };
}

export function toAnomalyRow(anomaly: RowAnomaly, number: number): AnomalyRow {
  return {
    number,
    line: anomaly.line,
    row_id: anomaly.rowId,
    column_name: anomaly.column,
    position: anomaly.position,
    type: anomaly.type,
    code: anomaly.code,
    precision: anomaly.precision,
    level: anomaly.level,
    value: storableText(anomaly.value),
    message: anomaly.message,
    correction: anomaly.correction,
    rule: anomaly.rule,
    cascade_of: anomaly.cascadeOf,
    suggested_value: storableText(anomaly.suggestedValue),
  };
}

export function toAnomaly(row: AnomalyRow): RowAnomaly {
  return {
    line: row.line,
    rowId: row.row_id,
    column: row.column_name,
    position: row.position,
    type: row.type,
    code: row.code,
    precision: row.precision,
    level: row.level,
    value: row.value,
    suggestedValue: row.suggested_value,
    message: row.message,
    correction: row.correction,
    rule: row.rule,
    cascadeOf: row.cascade_of,
  };
}
