import { Injectable } from '@nestjs/common';
import { currentManager } from '../../platform/database/index.js';
import { ContentStore } from '../use-cases/ports.js';
import { inParts } from './in-parts.js';

/** Deposited bytes as rows of about one megabyte (ADR 0013): no part of a file is ever rewritten. */
@Injectable()
export class DatabaseContentStore extends ContentStore {
  override async write(
    { id, organisationId }: { id: string; organisationId: string },
    source: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    let number = 0;
    for await (const bytes of inParts(source)) {
      await currentManager().query(
        'insert into app.exchange_content (org_id, file_id, part, bytes) values ($1, $2, $3, $4)',
        [organisationId, id, number, bytes],
      );
      number += 1;
    }
  }

  override async *read(fileId: string): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number += 1) {
      const bytes = await this.part(fileId, number);
      if (!bytes) return;
      yield bytes;
    }
  }

  override async part(fileId: string, number: number): Promise<Uint8Array | null> {
    const [row]: { bytes: Buffer }[] = await currentManager().query(
      'select bytes from app.exchange_content where file_id = $1 and part = $2',
      [fileId, number],
    );
    return row?.bytes ?? null;
  }
}
