import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { isBlankRow, mapHeader, type HeaderMapping, type RowAnomaly } from '../flow/index.js';
import { AnomaliesByLine } from '../report/anomalies-by-line.js';
import { destroyedCells } from '../report/index.js';
import { CollectRejects } from './collect-rejects.js';
import { ConsultExchanges } from './consult-exchanges.js';
import { StoredContent } from './stored-content.js';

/** A cell as it was sent. */
export interface RejectedCell {
  readonly header: string;
  readonly title: string;
  /** Null when it must be kept nowhere. */
  readonly value: string | null;
}

/** A rejected row as it was sent, and what is wrong with it. */
export interface RejectedRow {
  readonly line: number;
  readonly cells: readonly RejectedCell[];
  readonly anomalies: readonly RowAnomaly[];
}

/** Some rejected rows of a file. */
export interface RejectedPage {
  readonly file: ExchangeFile;
  readonly rows: readonly RejectedRow[];
  /** Line after which the next page starts; null after the last row. */
  readonly nextAfter: number | null;
}

/** Shows an emitter its rejected rows, those of a page at a time. */
@Injectable()
export class ConsultRejects {
  constructor(
    private readonly rejects: CollectRejects,
    private readonly consult: ConsultExchanges,
    private readonly content: StoredContent,
  ) {}

  /**
   * The rows after a line, as many as `limit`.
   * @throws ExchangeFileNotFound for an unknown or foreign id
   * @throws TestForgotten for a test older than seven days
   * @throws RejectsUnavailable before the rows are processed, or when the door refused the file
   */
  async execute(id: string, after: number, limit: number, actor: Actor): Promise<RejectedPage> {
    const { file, flow, lines } = await this.rejects.open(id, actor);
    const anomalies = new AnomaliesByLine(this.consult.anomalies(id, actor, after));
    const rows: RejectedRow[] = [];
    let mapping: HeaderMapping | undefined;
    for await (const { header, records } of this.content.table(file, actor)) {
      mapping ??= mapHeader(flow, header).mapping;
      for (const { line, cells } of records) {
        const isRejected = lines ? lines.has(line) : !isBlankRow(cells);
        if (line <= after || !isRejected) continue;
        if (rows.length === limit) return { file, rows, nextAfter: rows.at(-1)?.line ?? null };
        const found = await anomalies.of(line);
        const destroyed = destroyedCells(found);
        const { indexes } = mapping;
        const sent = flow.columns.map(({ header: name, title }, at) => {
          const index = indexes[at] ?? -1;
          return { header: name, title, value: destroyed.has(index) ? null : (cells[index] ?? '') };
        });
        rows.push({ line, cells: sent, anomalies: found });
      }
    }
    return { file, rows, nextAfter: null };
  }
}
