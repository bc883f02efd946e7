import { Injectable } from '@nestjs/common';
import { isNotOlder, lastDay, parseMonth } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import type { ExchangeFile, ExchangePlace } from '../domain/exchange-file.js';
import {
  compileRowCheck,
  mapHeader,
  type CheckContext,
  type Flow,
  type HeaderMapping,
} from '../flow/index.js';
import { readTable } from '../report/index.js';
import { RowsToApply } from './apply-rows.js';
import { CheckContexts } from './check-contexts.js';
import type { ApplyContext, CheckedRow } from './flow-ports.js';
import { ContentStore, ExchangeLedger } from './ports.js';
import { StatementLedger, type StatementPlace } from './statement-ledger.js';

/** All that files said of some records and that still counts, by record. */
export type Statements = ReadonlyMap<string, readonly CheckedRow[]>;

/**
 * Reads again what files said of records, from the very bytes that were received (exchange.md 7.e.2):
 * for a service at each file that speaks of it, since three flows tell it together; else only when
 * something said is taken back or comes late.
 */
@Injectable()
export class ReadStatements {
  constructor(
    private readonly said: StatementLedger,
    private readonly ledger: ExchangeLedger,
    private readonly contents: ContentStore,
    private readonly contexts: CheckContexts,
  ) {}

  /** In the order of their reference dates; inside a unit of work of the emitter. */
  async on(
    resourceIds: readonly string[],
    flow: Flow,
    { emitter, fileId: processedId, isReplacing }: ApplyContext,
  ): Promise<Statements> {
    const of = { organisationId: emitter.id, flow: flow.code, processedId, isReplacing };
    const places = await this.said.statementsOn(resourceIds, of);
    const found = new Map<string, CheckedRow[]>();
    for (const [fileId, ofFile] of byFile(places)) {
      const file = await this.ledger.byId(fileId);
      if (!file?.place) throw new Error('a row belongs to a file of the ledger');
      for await (const { resourceId, row } of this.rowsOf(
        file,
        file.place,
        ofFile,
        flow,
        emitter,
      )) {
        const said = found.get(resourceId) ?? [];
        said.push(row);
        found.set(resourceId, said);
      }
    }
    for (const said of found.values()) said.sort(byDate);
    return found;
  }

  private async *rowsOf(
    file: ExchangeFile,
    place: ExchangePlace,
    places: readonly StatementPlace[],
    flow: Flow,
    emitter: Organisation,
  ): AsyncGenerator<{ resourceId: string; row: CheckedRow }> {
    const byLine = new Map(places.map((one) => [one.line, one]));
    let reader: RowsToApply | undefined;
    for await (const { header, records } of readTable(this.contents.read(file.id), file)) {
      reader ??= await this.readerOf(flow, place, emitter, mapHeader(flow, header).mapping);
      for (const record of records) {
        const at = byLine.get(record.line);
        if (!at) continue;
        byLine.delete(record.line);
        const { checked } = reader.read(record);
        if (at.isReplaced && isOfOwnPeriod(checked, place)) continue;
        yield { resourceId: at.resourceId, row: checked };
      }
      if (byLine.size === 0) return;
    }
  }

  /** What was once accepted is read again, even when a code it holds was retired since. */
  private async readerOf(
    flow: Flow,
    place: ExchangePlace,
    emitter: Organisation,
    mapping: HeaderMapping,
  ): Promise<RowsToApply> {
    const nature = place.nature === 'N' || place.nature === 'A' ? 'I' : place.nature;
    const facts = { nature, period: place.period, isSlotOpen: true };
    const context = await this.contexts.of(emitter, facts);
    const check = compileRowCheck(flow, context, mapping);
    const lenient = compileRowCheck(flow, shapesOnly(context), mapping);
    return new RowsToApply(flow, place, (cells, line) => {
      const reading = check(cells, line);
      return reading.isAccepted ? reading : lenient(cells, line);
    });
  }
}

function byFile(places: readonly StatementPlace[]): Map<string, StatementPlace[]> {
  const found = new Map<string, StatementPlace[]>();
  for (const place of places) {
    const ofFile = found.get(place.fileId) ?? [];
    ofFile.push(place);
    found.set(place.fileId, ofFile);
  }
  return found;
}

/** True for a row that speaks of the period of its own file, and not of an older one it corrects. */
export function isOfOwnPeriod({ asOf }: CheckedRow, { period }: ExchangePlace): boolean {
  const month = parseMonth(period);
  return month === undefined || asOf.on === lastDay(month);
}

function byDate(one: CheckedRow, other: CheckedRow): number {
  if (!isNotOlder(one.asOf, other.asOf)) return -1;
  return isNotOlder(other.asOf, one.asOf) ? 0 : 1;
}

function shapesOnly({ on, communes }: CheckContext): CheckContext {
  const known = { ...communes, isKnown: () => true, isFormer: () => false };
  return { on, emitterCode: null, communes: known, references: { standingOf: () => undefined } };
}
