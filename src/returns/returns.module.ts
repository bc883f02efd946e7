import { Global, Module } from '@nestjs/common';
import { DeadlineSetKeeper } from '../organisations/index.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SilenceDeadlines } from '../referrals/index.js';
import { ServiceFollowers } from '../volunteers/index.js';
import { DatabaseDeadlineOverrides } from './db/database-deadline-overrides.js';
import { DatabaseReadMarks } from './db/database-read-marks.js';
import { DatabaseReturnQueries } from './db/database-return-queries.js';
import { DatabaseReturnWorklist } from './db/database-return-worklist.js';
import { DatabaseTransfers } from './db/database-transfers.js';
import { DatabaseSilences } from './db/database-silences.js';
import { DatabaseReturns } from './db/database-returns.js';
import { ReturnTransfersController } from './http/return-transfers.controller.js';
import { ReturnSilencesController } from './http/return-silences.controller.js';
import { TransferPresenter } from './http/transfer.presenter.js';
import { ReturnPresenter } from './http/return.presenter.js';
import { ReturnsController } from './http/returns.controller.js';
import { KeepDeadlinesJob } from './jobs/keep-deadlines.job.js';
import { AnswerTransfer } from './use-cases/answer-transfer.js';
import { AttachLeavers } from './use-cases/attach-leavers.js';
import { ConsultSilences } from './use-cases/consult-silences.js';
import { ConsultTransfers } from './use-cases/consult-transfers.js';
import { CountSilences } from './use-cases/count-silences.js';
import { HandOverReturns } from './use-cases/hand-over-returns.js';
import { LapseTransfers } from './use-cases/lapse-transfers.js';
import { MakeProposal } from './use-cases/make-proposal.js';
import { ProposeTransfer } from './use-cases/propose-transfer.js';
import { TransferChanges } from './use-cases/transfer-changes.js';
import { Transfers } from './use-cases/transfer-ports.js';
import { ConsultReturns } from './use-cases/consult-returns.js';
import { DeadlineKeeper } from './use-cases/deadline-keeper.js';
import { FollowServices } from './use-cases/follow-services.js';
import { KeepDeadlines } from './use-cases/keep-deadlines.js';
import {
  DeadlineOverrides,
  ReadMarks,
  ReturnQueries,
  Returns,
  ReturnWorklist,
} from './use-cases/ports.js';
import { ReturnChanges } from './use-cases/return-changes.js';
import { ReturnPlaces } from './use-cases/return-places.js';
import { ReturnsOfVolunteers } from './use-cases/returns-of-volunteers.js';
import { RunReturnCommand } from './use-cases/run-return-command.js';
import { SilenceByRules } from './use-cases/silence-by-rules.js';
import { Silences } from './use-cases/silence-ports.js';
import { ReturnAnswerController } from './web/answer/answer.controller.js';
import { ReturnFileController } from './web/file/file.controller.js';
import { ReturnFiles } from './web/file/return-files.js';
import { ReturnHome } from './web/home/return-home.js';
import { ProposalController } from './web/proposal/proposal.controller.js';
import { SilencesController } from './web/silences/silences.controller.js';
import { TransfersController } from './web/transfers/transfers.controller.js';
import { ReturnWorklistController } from './web/worklist/worklist.controller.js';

/** The way back. Global because it answers a port of the services below, as ADR 0012 has it. */
@Global()
@Module({
  imports: [OrganisationsModule, PeopleModule],
  controllers: [
    ReturnsController,
    ReturnTransfersController,
    ReturnSilencesController,
    // Before the page of a return: `transferts` and `silences` are no ids.
    TransfersController,
    SilencesController,
    ProposalController,
    ReturnWorklistController,
    ReturnFileController,
    ReturnAnswerController,
  ],
  providers: [
    { provide: Returns, useClass: DatabaseReturns },
    { provide: ReturnQueries, useClass: DatabaseReturnQueries },
    { provide: ReturnWorklist, useClass: DatabaseReturnWorklist },
    { provide: ReadMarks, useClass: DatabaseReadMarks },
    { provide: DeadlineOverrides, useClass: DatabaseDeadlineOverrides },
    { provide: Transfers, useClass: DatabaseTransfers },
    { provide: Silences, useClass: DatabaseSilences },
    { provide: ServiceFollowers, useClass: FollowServices },
    { provide: DeadlineSetKeeper, useClass: DeadlineKeeper },
    { provide: SilenceDeadlines, useClass: SilenceByRules },
    ReturnChanges,
    TransferChanges,
    ReturnPlaces,
    ReturnsOfVolunteers,
    RunReturnCommand,
    MakeProposal,
    ProposeTransfer,
    AttachLeavers,
    AnswerTransfer,
    HandOverReturns,
    LapseTransfers,
    ConsultTransfers,
    TransferPresenter,
    ConsultSilences,
    CountSilences,
    KeepDeadlines,
    KeepDeadlinesJob,
    ConsultReturns,
    ReturnPresenter,
    ReturnFiles,
    ReturnHome,
  ],
  exports: [
    DeadlineSetKeeper,
    SilenceDeadlines,
    ServiceFollowers,
    Returns,
    ReturnChanges,
    ReturnPlaces,
    ReturnsOfVolunteers,
    AttachLeavers,
    RunReturnCommand,
    ReturnHome,
    ReturnPresenter,
    ReturnQueries,
    ConsultSilences,
  ],
})
export class ReturnsModule {}
