import { Injectable } from '@nestjs/common';
import type { SystemActor } from '../../kernel/index.js';
import { OnEvent, type DeliveredEvent, type EventListener } from '../../platform/outbox/index.js';
import { Enqueues, JobQueue } from '../../platform/queue/index.js';
import { Spool } from '../use-cases/spool-ports.js';
import { WRITE_SPOOL_DOCUMENTS, type SpoolDocumentsData } from './write-spool-documents.job.js';

/**
 * An organisation with a folder finds there the report of each file it sent, by whatever channel, the
 * same again when a human settles a row or the month ends, each file made for it, and each notice. Writing is no work of a transaction: it is a job.
 */
@Injectable()
@OnEvent(
  [
    'exchange-file.applied.v1',
    'exchange-file.rejected.v1',
    'exchange-file.settled.v1',
    'exchange-file.closed.v1',
    'exchange-notice.issued.v1',
    'exchange-file.set-aside.v1',
    'mailbox-file.delivered.v1',
  ],
  { consumer: 'exchanges-spool-documents' },
)
@Enqueues(WRITE_SPOOL_DOCUMENTS)
export class OnSpoolDocumentListener implements EventListener {
  constructor(
    private readonly spool: Spool,
    private readonly jobs: JobQueue,
  ) {}

  async handle(event: DeliveredEvent, { organisation }: SystemActor): Promise<void> {
    if (!organisation || !(await this.spool.has(organisation.code))) return;
    const { name, subjectId, messageId, correlationId } = event;
    const data: SpoolDocumentsData = {
      organisationId: organisation.id,
      fileId: subjectId,
      document: documentOf(name),
      correlationId,
    };
    await this.jobs.add(WRITE_SPOOL_DOCUMENTS, data, { jobId: `spool-${messageId}` });
  }
}

function documentOf(event: string): string {
  if (event.startsWith('mailbox-file.')) return 'mailbox-file';
  return event.startsWith('exchange-notice.') ? 'notice' : 'report';
}
