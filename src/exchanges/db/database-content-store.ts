import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/security/index.js';
import { ContentStore } from '../use-cases/ports.js';
import { inParts } from './in-parts.js';
import { SealedParts } from './sealed-parts.js';

/** Deposited bytes as rows of about one megabyte (ADR 0013): sealed, never rewritten. */
@Injectable()
export class DatabaseContentStore extends ContentStore {
  private readonly parts: SealedParts;

  constructor(cipher: FieldCipher) {
    super();
    this.parts = new SealedParts(cipher, 'exchange_content');
  }

  override async write(
    { id, organisationId }: { id: string; organisationId: string },
    source: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    let number = 0;
    for await (const bytes of inParts(source)) {
      await this.parts.insert({ organisationId, fileId: id, number }, bytes);
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

  override part(fileId: string, number: number): Promise<Uint8Array | null> {
    return this.parts.read(fileId, number);
  }
}
