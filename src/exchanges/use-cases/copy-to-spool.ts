import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type SystemActor } from '../../kernel/index.js';
import { MailboxFileNotFound } from '../domain/mailbox-errors.js';
import type { MailboxFile } from '../domain/mailbox-file.js';
import { manifestNameOf } from '../deposit/index.js';
import { Mailbox } from './mailbox-ports.js';
import { Spool } from './spool-ports.js';

/** Puts a file of a mailbox in the folder of its recipient too: data, then manifest. */
@Injectable()
export class CopyToSpool {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mailbox: Mailbox,
    private readonly spool: Spool,
    private readonly audit: AuditTrail,
  ) {}

  /** Done twice, it writes the same again. @throws MailboxFileNotFound for an unknown or foreign id */
  async execute(fileId: string, actor: SystemActor): Promise<void> {
    const code = actor.organisation?.code;
    if (code === undefined) throw new Error('a mailbox is that of an organisation');
    const file = await this.unitOfWork.run(actor, () => this.found(fileId, actor));
    const { fileName, manifest } = file;
    await this.spool.write(code, 'sortie', fileName, this.contentOf(fileId, actor));
    await this.spool.write(code, 'sortie', manifestNameOf(fileName), textOf(manifest));
    await this.unitOfWork.run(actor, () => this.mailbox.markCopied(fileId));
  }

  private async found(id: string, actor: SystemActor): Promise<MailboxFile> {
    const file = await this.mailbox.byId(id);
    if (!file) throw new MailboxFileNotFound();
    await this.audit.record({
      actor,
      command: 'mailbox.copy',
      resource: { type: 'mailbox-file', id },
      organisationId: file.organisationId,
      effectiveOn: null,
      result: 'read',
      people: [],
    });
    return file;
  }

  /** A transaction per part: a slow disk holds none open. */
  private async *contentOf(id: string, actor: SystemActor): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number += 1) {
      const part = await this.unitOfWork.run(actor, () => this.mailbox.part(id, number));
      if (!part) return;
      yield part;
    }
  }
}

async function* textOf(manifest: MailboxFile['manifest']): AsyncGenerator<string> {
  yield `${JSON.stringify(manifest, null, 2)}\n`;
}
