import { Injectable } from '@nestjs/common';
import type { SystemActor } from '../../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../organisations/index.js';
import {
  JobHandler,
  PermanentJobFailure,
  type Job,
  type JobRunner,
} from '../../platform/queue/index.js';
import { CopyToSpool } from '../use-cases/copy-to-spool.js';
import { WriteSpoolNotice } from '../use-cases/write-spool-notice.js';
import { WriteSpoolReports } from '../use-cases/write-spool-reports.js';

export const WRITE_SPOOL_DOCUMENTS = 'spool.write-documents';

/** Ids only: what to write is read when the job runs. */
export type SpoolDocumentsData = {
  readonly organisationId: string;
  readonly fileId: string;
  /** The report of a deposited file, a file of the mailbox, or a notice. */
  readonly document: string;
  readonly correlationId: string;
};

/** Writes in the folder of an organisation; run twice, it writes the same again. */
@Injectable()
@JobHandler({ queue: 'spool-documents', name: WRITE_SPOOL_DOCUMENTS, concurrency: 2 })
export class WriteSpoolDocumentsJob implements JobRunner<SpoolDocumentsData> {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly reports: WriteSpoolReports,
    private readonly copy: CopyToSpool,
    private readonly notices: WriteSpoolNotice,
  ) {}

  async handle({ data }: Job<SpoolDocumentsData>): Promise<void> {
    const actor = await this.actorOf(data);
    const writer = { report: this.reports, notice: this.notices }[data.document] ?? this.copy;
    await writer.execute(data.fileId, actor);
  }

  private async actorOf(data: SpoolDocumentsData): Promise<SystemActor> {
    const organisation = await this.organisations.byId(data.organisationId);
    if (!organisation) throw new PermanentJobFailure('spool-of-unknown-organisation');
    return {
      type: 'system',
      id: 'system',
      task: WRITE_SPOOL_DOCUMENTS,
      organisation: scopeOfOrganisation(organisation),
      channel: { kind: 'system', task: WRITE_SPOOL_DOCUMENTS },
      correlationId: data.correlationId,
    };
  }
}
