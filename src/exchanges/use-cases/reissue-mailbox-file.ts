import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Outbox, parseMonth, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import { MailboxFileNotFound, NothingToReissue } from '../domain/mailbox-errors.js';
import type { MailboxFile } from '../domain/mailbox-file.js';
import { Mailbox } from './mailbox-ports.js';
import { MakeDelivery } from './make-delivery.js';

/**
 * Puts a file at disposal again: the same bytes under the same number for 60 days, then what it told is
 * told anew under another number (exchange.md 7.e.10).
 */
@Injectable()
export class ReissueMailboxFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mailbox: Mailbox,
    private readonly makeDelivery: MakeDelivery,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * `actor` acts for the recipient.
   * @returns the file, or the one that takes its place
   * @throws MailboxFileNotFound for an unknown or foreign id
   * @throws NothingToReissue when nothing of what an old file told is left to tell
   */
  execute(id: string, actor: Actor): Promise<MailboxFile> {
    return this.unitOfWork.run(actor, async () => {
      const file = await this.mailbox.byId(id);
      if (!file) throw new MailboxFileNotFound();
      const isThere = file.expiresAt > this.clock.now();
      const told = isThere ? await this.again(file, actor) : await this.anew(file, actor);
      await this.audit.record({
        actor,
        command: 'mailbox.reissue',
        resource: { type: 'mailbox-file', id },
        organisationId: file.organisationId,
        effectiveOn: null,
        result: 'done',
        detail: told.fileName,
      });
      return told;
    });
  }

  private async again(file: MailboxFile, { correlationId }: Actor): Promise<MailboxFile> {
    const { id: subjectId, organisationId } = file;
    await this.mailbox.markReissued(subjectId);
    const name = 'mailbox-file.delivered.v1';
    await this.outbox.publish({ name, organisationId, subjectId, payload: {}, correlationId });
    return (await this.mailbox.byId(subjectId)) ?? file;
  }

  /** A notice is told with the month of its day: what was urgent is not any more. */
  private async anew(file: MailboxFile, { correlationId }: Actor): Promise<MailboxFile> {
    const period = parseMonth(file.period.slice(0, 7));
    if (!period) throw new Error('a file in a mailbox has a period');
    await this.mailbox.forget(file.id);
    const { organisationId: recipientId, flow, mode } = file;
    const order = { recipientId, flow, mode, period, noticeFileId: null, nature: 'C' } as const;
    const made = await this.makeDelivery.execute(order, correlationId);
    if (!made) throw new NothingToReissue();
    return made;
  }
}
