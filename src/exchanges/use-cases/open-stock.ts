import { Injectable } from '@nestjs/common';
import { lastDay, parseMonth, type LocalDate } from '../../kernel/index.js';
import { doorFault, type DoorFault } from '../catalogue/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import type { FileWork } from './file-work.js';

/** Keys of cases that a report names; the emitter finds the others in its list of open cases. */
export const NAMED_CASES = 10;

/** Open cases that a photo does not cite. */
export interface StockGap {
  readonly count: number;
  /** References or file numbers of the first ones, which the emitter itself once gave. */
  readonly keys: readonly string[];
}

/** Open cases as the files of their side tell them. Only inside a unit of work of the emitter. */
export abstract class OpenStock {
  /**
   * Those that a file of the emitter told last, before `day`, and that this file does not cite, even
   * wrongly. A case led by API or on the pages is not asked about: the emitter's files never told it.
   */
  abstract missingFrom(file: ExchangeFile, flow: string, day: LocalDate): Promise<StockGap>;
}

/**
 * A photo states every open case of its month; one it leaves out stays open, and its emitter is asked
 * (exchange.md 6.5 #91).
 */
@Injectable()
export class AskAboutStock {
  constructor(private readonly stock: OpenStock) {}

  /** Once the rows of the file are applied. */
  async execute({ file, place, isReplaced }: FileWork): Promise<DoorFault[]> {
    const month = parseMonth(place.period);
    if (isReplaced || month === undefined || !PHOTOS.has(place.nature)) return [];
    const confirmed = file.manifest?.confirmations ?? [];
    if (confirmed.some(({ code }) => code === 'ABSENT_DU_STOCK')) return [];
    const { count, keys } = await this.stock.missingFrom(file, place.flow, lastDay(month));
    if (count === 0) return [];
    const more = count > keys.length ? '…' : '';
    return [doorFault('ABSENT_DU_STOCK', { dossiers: count, cles: keys.join(', ') + more })];
  }
}

/** What says everything there is to say of a month; none (N) says that nothing is open. */
const PHOTOS: ReadonlySet<string> = new Set(['I', 'R', 'N']);
