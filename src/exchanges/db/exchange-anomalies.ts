import { currentManager, insertRows } from '../../platform/database/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import type { RowAnomaly } from '../flow/index.js';
import type { AnomalyGroup } from '../report/index.js';
import type { AnomalyPage, AnomalyPosition } from '../use-cases/ports.js';
import {
  ANOMALY_COLUMNS,
  OF_FILE,
  toAnomaly,
  toAnomalyRow,
  type AnomalyRow,
} from './exchange-entry-rows.js';

/** Adds anomalies to a file, numbered from `firstNumber`. */
export async function insert(
  file: ExchangeFile,
  firstNumber: number,
  found: readonly RowAnomaly[],
): Promise<void> {
  const ofFile = { org_id: file.organisationId, file_id: file.id };
  await insertRows(
    'app.exchange_anomaly',
    { ...OF_FILE, ...ANOMALY_COLUMNS },
    found.map((anomaly, at) => ({ ...ofFile, ...toAnomalyRow(anomaly, firstNumber + at) })),
  );
}

/** The first number that no anomaly of the file has: one taken back leaves its own free. */
export async function nextNumber(fileId: string): Promise<number> {
  const [row]: { next: number }[] = await currentManager().query(
    'select coalesce(max(number), 0) + 1 as next from app.exchange_anomaly where file_id = $1',
    [fileId],
  );
  return row?.next ?? 1;
}

/** Every anomaly of a file, in the order of a report. */
export async function all(fileId: string): Promise<RowAnomaly[]> {
  const rows: AnomalyRow[] = await currentManager().query(`${SELECT} where file_id = $1 ${ORDER}`, [
    fileId,
  ]);
  return rows.map(toAnomaly);
}

/** Some of them, after a position. */
export async function page(
  fileId: string,
  after: AnomalyPosition | null,
  limit: number,
): Promise<AnomalyPage> {
  const rows: AnomalyRow[] = await currentManager().query(
    `${SELECT} where file_id = $1 and (line, cascade_of is not null, number) > ($2, $3, $4)
     ${ORDER} limit ${limit}`,
    [fileId, after?.line ?? -1, after?.isCascade ?? false, after?.number ?? -1],
  );
  const last = rows.length < limit ? undefined : rows.at(-1);
  return { items: rows.map(toAnomaly), next: last ? positionOf(last) : null };
}

/** Counted by what there is to correct, in the same order each time. */
export function groups(fileId: string): Promise<AnomalyGroup[]> {
  return currentManager().query(
    `select code, level, column_name as column, message, correction, count(*) as count
     from app.exchange_anomaly where file_id = $1
     group by code, level, column_name, message, correction
     order by code collate "C", column_name collate "C", message collate "C"`,
    [fileId],
  );
}

const SELECT = `select ${Object.keys(ANOMALY_COLUMNS).join(', ')} from app.exchange_anomaly`;
const ORDER = 'order by line, (cascade_of is not null), number';

function positionOf({ line, cascade_of: cause, number }: AnomalyRow): AnomalyPosition {
  return { line, isCascade: cause !== null, number };
}
