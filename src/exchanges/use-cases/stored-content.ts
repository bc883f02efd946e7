import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { readTable, type TablePart } from '../report/index.js';
import { ContentStore } from './ports.js';

/** Reads deposited files again. */
@Injectable()
export class StoredContent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: ContentStore,
  ) {}

  /** The records of a file, batch by batch. */
  table(file: ExchangeFile, actor: Actor): AsyncIterable<TablePart> {
    return readTable(this.bytes(file.id, actor), file);
  }

  /** The record that starts on a line, with the header; null when there is none. */
  async record(
    file: ExchangeFile,
    line: number,
    actor: Actor,
  ): Promise<{ header: readonly string[]; cells: readonly string[] } | null> {
    for await (const { header, records } of this.table(file, actor)) {
      const found = records.find((record) => record.line === line);
      if (found) return { header, cells: found.cells };
    }
    return null;
  }

  /** A transaction per part: a slow reader holds none open. */
  private async *bytes(fileId: string, actor: Actor): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number += 1) {
      const part = await this.unitOfWork.run(actor, () => this.contents.part(fileId, number));
      if (!part) return;
      yield part;
    }
  }
}
