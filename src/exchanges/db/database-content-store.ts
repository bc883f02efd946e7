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

  override write(
    file: { id: string; organisationId: string },
    source: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    return this.writeFrom(0, file, source);
  }

  override async rewrite(
    file: { id: string; organisationId: string },
    change: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const next = await this.parts.nextNumber(file.id);
    await this.writeFrom(next, file, change(this.readUntil(next, file.id)));
    await this.parts.removeBelow(next, file.id);
  }

  /** Parts already there, while others are added after them. */
  private async *readUntil(end: number, fileId: string): AsyncGenerator<Uint8Array> {
    let read = 0;
    for await (const bytes of this.read(fileId)) {
      yield bytes;
      read += 1;
      if (read === end) return;
    }
  }

  private async writeFrom(
    first: number,
    { id, organisationId }: { id: string; organisationId: string },
    source: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    let number = first;
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
