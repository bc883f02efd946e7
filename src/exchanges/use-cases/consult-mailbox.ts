import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import { MailboxFileExpired, MailboxFileNotFound } from '../domain/mailbox-errors.js';
import type { MailboxFile } from '../domain/mailbox-file.js';
import { Mailbox, type MailboxFilter, type MailboxPosition } from './mailbox-ports.js';

/** A file and its bytes, read part by part as they are sent. */
export interface MailboxDownload {
  readonly file: MailboxFile;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Opens the mailbox of the caller's organisation; each download leaves a line in the audit. */
@Injectable()
export class ConsultMailbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mailbox: Mailbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One page, the latest files first; they name nobody. */
  list(
    filter: MailboxFilter,
    limit: number,
    after: MailboxPosition | null,
    actor: Actor,
  ): Promise<{ items: MailboxFile[]; total: number }> {
    return this.unitOfWork.run(actor, () => this.mailbox.page(filter, limit, after));
  }

  /** @throws MailboxFileNotFound for an unknown or foreign id */
  one(id: string, actor: Actor): Promise<MailboxFile> {
    return this.unitOfWork.run(actor, () => this.found(id));
  }

  /**
   * Opens the exact bytes for sending and marks the file downloaded.
   * @throws MailboxFileNotFound for an unknown or foreign id
   * @throws MailboxFileExpired after its 60 days
   */
  async download(id: string, actor: Actor): Promise<MailboxDownload> {
    const file = await this.unitOfWork.run(actor, async () => {
      const found = await this.found(id);
      if (found.expiresAt <= this.clock.now()) throw new MailboxFileExpired();
      await this.mailbox.markDownloaded(id);
      await this.audit.record({
        actor,
        command: 'mailbox.download',
        resource: { type: 'mailbox-file', id },
        organisationId: found.organisationId,
        effectiveOn: null,
        result: 'read',
        // An operator carries whole files where no program does (ADR 27).
        people: [],
      });
      return found;
    });
    return { file, content: this.contentOf(id, actor) };
  }

  /** A transaction per part: a slow reader holds none open. */
  private async *contentOf(id: string, actor: Actor): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number += 1) {
      const part = await this.unitOfWork.run(actor, () => this.mailbox.part(id, number));
      if (!part) return;
      yield part;
    }
  }

  private async found(id: string): Promise<MailboxFile> {
    const file = await this.mailbox.byId(id);
    if (!file) throw new MailboxFileNotFound();
    return file;
  }
}
