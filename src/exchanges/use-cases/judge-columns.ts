import { Injectable } from '@nestjs/common';
import type { DoorFault } from '../catalogue/index.js';
import { checkColumns, EARLIER_PHOTOS } from '../deposit/index.js';
import { codesToConfirm } from '../domain/exchange-file.js';
import type { RowsChecked } from './check-rows.js';
import type { FileWork } from './file-work.js';
import { EmitterHistory } from './history-ports.js';
import { ExchangeLedger } from './ports.js';

/** Judges the columns of a photo by those of the photos before it, once all its rows are read. */
@Injectable()
export class JudgeColumns {
  constructor(
    private readonly history: EmitterHistory,
    private readonly ledger: ExchangeLedger,
  ) {}

  /** Keeps the rates of the file for the next ones. Never of notices, corrections nor tests. */
  async execute(work: FileWork, { rates }: RowsChecked): Promise<DoorFault[]> {
    const { file, place, emitter, isTest, isReplaced } = work;
    if (isTest || isReplaced || rates === null) return [];
    await this.history.keepRates(file.id, rates);
    const { flow, period } = place;
    const earlier = await this.history.ratesOfPhotos(emitter.id, flow, period, EARLIER_PHOTOS);
    return checkColumns(rates, earlier);
  }

  /** True while the emitter has not confirmed all that looks odd, beforehand or since. */
  async awaits({ file }: FileWork, found: readonly DoorFault[]): Promise<boolean> {
    const awaited = codesToConfirm({ faults: found, manifest: file.manifest });
    if (awaited.length === 0) return false;
    const confirmed = await this.ledger.confirmedCodes(file.id);
    return awaited.some((code) => !confirmed.includes(code));
  }
}
