import { Injectable } from '@nestjs/common';
import { replacedBelow } from '../deposit/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { mapHeader, textHash } from '../flow/index.js';
import { readTable } from '../report/index.js';
import { RowsToApply, type ReadyRow } from './apply-rows.js';
import type { FileWork } from './file-work.js';
import { ContentStore, ExchangeLedger } from './ports.js';

/** Fingerprints of what the earlier files of a slot say, key by key. */
export class EarlierVersions {
  private readonly contents = new Map<number, number>();

  /** Enters a row; a key stated twice is never repeated by one row. */
  enter(row: ReadyRow): void {
    const key = textHash(row.naturalKey);
    this.contents.set(key, this.contents.has(key) ? NaN : contentOf(row));
  }

  /** True when they say exactly what this row says, once. */
  isRepeatedBy(row: ReadyRow): boolean {
    return this.contents.get(textHash(row.naturalKey)) === contentOf(row);
  }
}

/** Everything but the number of the line. */
function contentOf({ checked: { row } }: ReadyRow): number {
  return textHash(JSON.stringify({ ...row, identifiant_ligne: 0 }));
}

/**
 * Reads what a replacing file is compared with (exchange.md 7.e.3): same fingerprint, nothing to do;
 * another one, everything said of that key is weighed again.
 */
@Injectable()
export class ReadEarlierVersions {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly contents: ContentStore,
  ) {}

  /** Null when the slot holds nothing to replace: the file is then taken as an initial one (#70). */
  async of(work: FileWork): Promise<EarlierVersions | null> {
    const earlier = await this.filesBefore(work);
    if (earlier.length === 0) return null;
    const places = earlier.flatMap(({ place }) => place ?? []);
    const since = replacedBelow(places);
    const versions = new EarlierVersions();
    for (const file of earlier) {
      if (file.place && file.place.sequence >= since) await this.enter(versions, file, work);
    }
    return versions;
  }

  private async filesBefore({ emitter, place }: FileWork): Promise<ExchangeFile[]> {
    const { flow, mode, period, sequence } = place;
    const files = await this.ledger.filesOfPeriod(emitter.id, flow, mode, period);
    return files.filter(
      (file) =>
        (file.state === 'applied' || file.state === 'closed') &&
        file.place !== null &&
        file.place.sequence < sequence,
    );
  }

  private async enter(
    versions: EarlierVersions,
    file: ExchangeFile,
    { flow, context }: FileWork,
  ): Promise<void> {
    const { place } = file;
    if (!place) return;
    let reader: RowsToApply | undefined;
    for await (const { header, records } of readTable(this.contents.read(file.id), file)) {
      reader ??= RowsToApply.within(flow, place, context, mapHeader(flow, header).mapping);
      for (const record of records) {
        const ready = reader.readIfAccepted(record);
        if (ready?.checked.row && isSituation(ready)) versions.enter(ready);
      }
    }
  }
}

/** What corrects an older month is of that month: the slot's new version does not take it back. */
export function isSituation({ checked: { row } }: ReadyRow): boolean {
  return Reflect.get(row, 'type_ligne') === 'SITUATION';
}
