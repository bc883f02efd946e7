import { Injectable } from '@nestjs/common';
import {
  eraseCells,
  fromUtf8,
  toUtf8,
  type EncodingName,
  type Separator,
} from '../../platform/csv/index.js';
import type { RowsChecked } from './check-rows.js';
import type { FileWork } from './file-work.js';
import { ContentStore } from './ports.js';

/**
 * Writes over the cells that must be kept nowhere, health data and social security numbers, in the
 * bytes of their file (exchange.md 6.5 #92, ADR 0013). The rest of the file stays: it is read again when
 * something said is taken back. The digest of what came stays in the ledger.
 */
@Injectable()
export class EraseForbidden {
  constructor(private readonly contents: ContentStore) {}

  /** Once the rows of a file were read, whatever becomes of it, in the same transaction. */
  async execute({ file }: FileWork, { forbidden }: RowsChecked): Promise<void> {
    if (forbidden.length === 0) return;
    // What the ledger keeps was found by the reader of the file.
    const encoding = (file.encoding ?? 'utf-8') as EncodingName;
    const separator = (file.separator ?? ';') as Separator;
    await this.contents.rewrite(file, (bytes) =>
      fromUtf8(eraseCells(toUtf8(bytes, encoding), forbidden, separator), encoding),
    );
  }
}
