import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SpoolDelays } from './domain/spool-plan.js';
import { CollectSpoolJob } from './jobs/collect-spool.job.js';
import { OnSpoolDocumentListener } from './jobs/on-spool-document.listener.js';
import { TidySpoolJob } from './jobs/tidy-spool.job.js';
import { WriteSpoolDocumentsJob } from './jobs/write-spool-documents.job.js';
import { MailboxModule } from './mailbox.module.js';
import { NoticesModule } from './notices.module.js';
import { ProcessingModule } from './processing.module.js';
import { ReportsModule } from './reports.module.js';
import { ClientDepositScopes } from './spool/client-deposit-scopes.js';
import { FileSpool } from './spool/file-spool.js';
import { CollectSpool } from './use-cases/collect-spool.js';
import { CopyToSpool } from './use-cases/copy-to-spool.js';
import { DepositScopes, Spool } from './use-cases/spool-ports.js';
import { WriteSpoolNotice } from './use-cases/write-spool-notice.js';
import { WriteSpoolReports } from './use-cases/write-spool-reports.js';

/** The exchange by folders; part of a process only when `SPOOL_DIR` is set. */
@Module({
  imports: [AccountsModule, MailboxModule, NoticesModule, ProcessingModule, ReportsModule],
  providers: [
    { provide: Spool, useClass: FileSpool },
    { provide: DepositScopes, useClass: ClientDepositScopes },
    { provide: SpoolDelays, useValue: new SpoolDelays() },
    CollectSpool,
    CopyToSpool,
    WriteSpoolNotice,
    WriteSpoolReports,
    CollectSpoolJob,
    OnSpoolDocumentListener,
    TidySpoolJob,
    WriteSpoolDocumentsJob,
  ],
})
export class SpoolModule {}
