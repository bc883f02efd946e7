import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork } from '../../kernel/index.js';
import type { Actor, FieldIssue } from '../../kernel/index.js';
import {
  AcknowledgementConflict,
  AcknowledgementInvalid,
  MailboxFileNotFound,
} from '../domain/mailbox-errors.js';
import { isSameAcknowledgement } from '../domain/mailbox-file.js';
import type { Acknowledgement, MailboxFile } from '../domain/mailbox-file.js';
import { Mailbox } from './mailbox-ports.js';

/** The recipient says what it did with a file (exchange.md 7.d, ADR): once, and the same again is well. */
@Injectable()
export class AcknowledgeMailboxFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mailbox: Mailbox,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws MailboxFileNotFound for an unknown or foreign id
   * @throws AcknowledgementInvalid when a line is not in the file, or none is told where one must be
   * @throws AcknowledgementConflict when it was acknowledged otherwise
   */
  execute(id: string, given: Acknowledgement, actor: Actor): Promise<MailboxFile> {
    return this.unitOfWork.run(actor, async () => {
      const file = await this.mailbox.byId(id);
      if (!file) throw new MailboxFileNotFound();
      const issues = issuesOf(given, file.rows);
      if (issues.length > 0) throw new AcknowledgementInvalid(issues);
      const standing = await this.mailbox.acknowledge(id, given);
      if (!isSameAcknowledgement(standing, given)) throw new AcknowledgementConflict();
      if (!file.acknowledgement) await this.trace(file, given, actor);
      return { ...file, state: 'acknowledged', acknowledgement: standing };
    });
  }

  private trace(file: MailboxFile, { status }: Acknowledgement, actor: Actor): Promise<void> {
    return this.audit.record({
      actor,
      command: 'mailbox.acknowledge',
      resource: { type: 'mailbox-file', id: file.id },
      organisationId: file.organisationId,
      effectiveOn: null,
      result: 'done',
      detail: status,
    });
  }
}

function issuesOf({ status, rows }: Acknowledgement, rowCount: number): FieldIssue[] {
  if (status === 'PARTIEL' && rows.length === 0) {
    const detail = 'Indiquez les lignes qui n’ont pas été prises en compte.';
    return [{ pointer: '/rows', code: 'required', detail }];
  }
  return rows.flatMap(({ line }, index) => {
    if (line <= rowCount + 1) return [];
    const detail = `Le fichier n’a que ${rowCount + 1} lignes, en-tête compris.`;
    return [{ pointer: `/rows/${index}/line`, code: 'constraint-error', detail }];
  });
}
