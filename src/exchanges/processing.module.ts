import { Module } from '@nestjs/common';
import { Configuration } from '../platform/config/index.js';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { FLOW_FOLDERS } from './flows/index.js';
import { DepositsController } from './http/deposits.controller.js';
import { DatabaseFileLeases } from './db/database-file-leases.js';
import { ProcessingTerms } from './domain/processing-terms.js';
import { FileSweeper } from './jobs/file-sweeper.js';
import { OnExchangeFileReceivedListener } from './jobs/on-exchange-file-received.listener.js';
import { ProcessFilesJob } from './jobs/process-files.job.js';
import { ProcessingLog } from './jobs/processing-log.js';
import { LedgerModule } from './ledger.module.js';
import { SlotsModule } from './slots.module.js';
import { ApplyPass } from './use-cases/apply-pass.js';
import { CheckContexts } from './use-cases/check-contexts.js';
import { CheckPass } from './use-cases/check-pass.js';
import { ConcludeFile } from './use-cases/conclude-file.js';
import { DepositQuota, EmitterHabits } from './use-cases/emitter-habits.js';
import { DepositFile } from './use-cases/deposit-file.js';
import { HoldDeposit } from './use-cases/hold-deposit.js';
import { PreviewDeposit } from './use-cases/preview-deposit.js';
import { SettlePendingDeposit } from './use-cases/settle-pending-deposit.js';
import { ReadEarlierVersions } from './use-cases/earlier-versions.js';
import { EraseForbidden } from './use-cases/erase-forbidden.js';
import { FileWorks } from './use-cases/file-work.js';
import { FlowApplications, type FlowApplication } from './use-cases/flow-ports.js';
import { FlowRegistry } from './use-cases/flow-registry.js';
import { JudgeDeposit } from './use-cases/judge-deposit.js';
import { FileLeases } from './use-cases/lease-ports.js';
import { MarkSlot } from './use-cases/mark-slot.js';
import { JudgeColumns } from './use-cases/judge-columns.js';
import { AskAboutStock } from './use-cases/open-stock.js';
import { RefusePass } from './use-cases/refuse-pass.js';
import { ProcessFile } from './use-cases/process-file.js';
import { ProcessingWatch } from './use-cases/processing-watch.js';
import { RaiseAlerts } from './use-cases/raise-alerts.js';
import { ReapplyRow } from './use-cases/reapply-row.js';
import { ReplayFile } from './use-cases/replay-file.js';
import { ReviewedRows } from './use-cases/reviewed-rows.js';
import { SetAsideFile } from './use-cases/set-aside-file.js';
import { SweepFiles } from './use-cases/sweep-files.js';
import { TakeTurns } from './use-cases/take-turns.js';
import { ReadStatements } from './use-cases/statements.js';
import { TakeBack } from './use-cases/take-back.js';
import { ApplyReviewedRow } from './use-cases/apply-reviewed-row.js';

/** The way of a file from the door to the last of its rows. */
@Module({
  imports: [CandidaciesModule, PeopleModule, ReferralsModule, LedgerModule, SlotsModule],
  controllers: [DepositsController],
  providers: [
    ...FLOW_FOLDERS.flatMap(({ application, parts }) => [application, ...parts]),
    {
      provide: FlowApplications,
      inject: FLOW_FOLDERS.map(({ application }) => application),
      useFactory: (...applications: FlowApplication[]) => new FlowRegistry(byCode(applications)),
    },
    CheckContexts,
    JudgeDeposit,
    EmitterHabits,
    {
      provide: DepositQuota,
      inject: [Configuration],
      useFactory: ({ limits }: Configuration) => new DepositQuota(limits.depositsPerMinute),
    },
    RaiseAlerts,
    DepositFile,
    PreviewDeposit,
    HoldDeposit,
    SettlePendingDeposit,
    MarkSlot,
    FileWorks,
    CheckPass,
    ApplyPass,
    ReadStatements,
    ReadEarlierVersions,
    TakeBack,
    AskAboutStock,
    JudgeColumns,
    ConcludeFile,
    EraseForbidden,
    ProcessFile,
    RefusePass,
    ReviewedRows,
    { provide: ApplyReviewedRow, useClass: ReapplyRow },
    { provide: ProcessingTerms, useFactory: () => new ProcessingTerms() },
    { provide: FileLeases, useClass: DatabaseFileLeases },
    { provide: ProcessingWatch, useClass: ProcessingLog },
    TakeTurns,
    SetAsideFile,
    SweepFiles,
    ReplayFile,
    ProcessFilesJob,
    FileSweeper,
    OnExchangeFileReceivedListener,
  ],
  exports: [
    CheckContexts,
    DepositFile,
    HoldDeposit,
    SettlePendingDeposit,
    FlowApplications,
    ApplyReviewedRow,
  ],
})
export class ProcessingModule {}

/** Nest injects them in the order they were asked for: that of the folders. */
function byCode(applications: readonly FlowApplication[]): Map<string, FlowApplication> {
  return new Map(
    FLOW_FOLDERS.flatMap(({ flow }, index) => {
      const application = applications[index];
      return application ? [[flow.code, application] as const] : [];
    }),
  );
}
