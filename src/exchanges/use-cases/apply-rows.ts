import {
  lastDay,
  parseLocalDate,
  parseMonth,
  type AsOf,
  type LocalDate,
} from '../../kernel/index.js';
import type { CsvRecord } from '../../platform/csv/index.js';
import type { ExchangePlace, ExchangeRow } from '../domain/exchange-file.js';
import {
  compileRowCheck,
  naturalKeyText,
  type CheckContext,
  type Flow,
  type HeaderMapping,
  type RowCheck,
  type RowOf,
} from '../flow/index.js';
import type { CheckedRow, RowFate } from './flow-ports.js';

/** One row ready to be applied, with its place in the bytes. */
export interface ReadyRow {
  readonly record: CsvRecord;
  readonly checked: CheckedRow;
  readonly rowId: number | null;
  readonly naturalKey: string;
}

/** Second reading of a file: gives the accepted rows their values and their reference date. */
export class RowsToApply {
  constructor(
    private readonly flow: Flow,
    private readonly place: ExchangePlace,
    private readonly check: RowCheck<RowOf<Flow>>,
  ) {}

  /** With the checks of a file. */
  static within(
    flow: Flow,
    place: ExchangePlace,
    context: CheckContext,
    mapping: HeaderMapping,
  ): RowsToApply {
    return new RowsToApply(flow, place, compileRowCheck(flow, context, mapping));
  }

  /** The row of a record already found acceptable. */
  read(record: CsvRecord): ReadyRow {
    const ready = this.readIfAccepted(record);
    if (!ready) throw new Error('a row accepted once is accepted again');
    return ready;
  }

  /** The row of a record; null when it is not acceptable. */
  readIfAccepted(record: CsvRecord): ReadyRow | null {
    const reading = this.check(record.cells, record.line);
    if (!reading.isAccepted) return null;
    const { row, rowId } = reading;
    const checked = { line: record.line, row, asOf: this.asOf(row, record.line) };
    return { record, checked, rowId, naturalKey: naturalKeyText(this.flow, row) };
  }

  /** Reference date of a row (exchange.md 7.e.2). */
  private asOf(row: RowOf<Flow>, line: number): AsOf {
    const { sequence } = this.place;
    return { on: this.referenceDay(row), sequence, line };
  }

  private referenceDay(row: RowOf<Flow>): LocalDate {
    if (this.place.nature === 'S') return this.dayOfNotice(this.flow.eventDay(row));
    const corrected: unknown = Reflect.get(row, 'periode_rattachement');
    const month = parseMonth(typeof corrected === 'string' ? corrected : this.place.period);
    const day = month ? lastDay(month) : parseLocalDate(this.place.period);
    if (!day) throw new Error('a period is a month or a day');
    return day;
  }

  /** A day to come is known from the day of the notice on. */
  private dayOfNotice(event: LocalDate): LocalDate {
    const said = parseLocalDate(this.place.period);
    return said && said < event ? said : event;
  }
}

/** The ledger's line for a row and its fate. */
export function rowOfFate({ record, rowId, naturalKey }: ReadyRow, fate: RowFate): ExchangeRow {
  return {
    line: record.line,
    rowId,
    naturalKey,
    state: fate.state,
    resourceId: fate.resourceId,
    recipientId: fate.recipientId,
    byteStart: record.byteStart,
    byteEnd: record.byteEnd,
  };
}
