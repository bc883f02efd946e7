import { Global, Module } from '@nestjs/common';
import { DeadlineSetKeeper } from '../organisations/index.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ServiceFollowers } from '../volunteers/index.js';
import { DatabaseDeadlineOverrides } from './db/database-deadline-overrides.js';
import { DatabaseReadMarks } from './db/database-read-marks.js';
import { DatabaseReturnQueries } from './db/database-return-queries.js';
import { DatabaseReturnWorklist } from './db/database-return-worklist.js';
import { DatabaseReturns } from './db/database-returns.js';
import { ReturnPresenter } from './http/return.presenter.js';
import { ReturnsController } from './http/returns.controller.js';
import { KeepDeadlinesJob } from './jobs/keep-deadlines.job.js';
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
import { ReturnAnswerController } from './web/answer/answer.controller.js';
import { ReturnFileController } from './web/file/file.controller.js';
import { ReturnFiles } from './web/file/return-files.js';
import { ReturnHome } from './web/home/return-home.js';
import { ReturnWorklistController } from './web/worklist/worklist.controller.js';

/** The way back. Global because it answers a port of the services below, as ADR 0012 has it. */
@Global()
@Module({
  imports: [OrganisationsModule, PeopleModule],
  controllers: [
    ReturnsController,
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
    { provide: ServiceFollowers, useClass: FollowServices },
    { provide: DeadlineSetKeeper, useClass: DeadlineKeeper },
    ReturnChanges,
    ReturnPlaces,
    ReturnsOfVolunteers,
    RunReturnCommand,
    KeepDeadlines,
    KeepDeadlinesJob,
    ConsultReturns,
    ReturnPresenter,
    ReturnFiles,
    ReturnHome,
  ],
  exports: [
    DeadlineSetKeeper,
    ServiceFollowers,
    Returns,
    ReturnChanges,
    ReturnPlaces,
    ReturnsOfVolunteers,
    RunReturnCommand,
    ReturnHome,
  ],
})
export class ReturnsModule {}
