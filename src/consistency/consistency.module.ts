import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { DatabaseConsistencyRuns } from './db/database-consistency-runs.js';
import { DatabaseExceptions } from './db/database-exceptions.js';
import { CheckConsistencyJob } from './jobs/check-consistency.job.js';
import { CheckConsistency } from './use-cases/check-consistency.js';
import { ConsultExceptions } from './use-cases/consult-exceptions.js';
import { ExceptionSearches } from './use-cases/exception-search.js';
import { ConsistencyRuns, Exceptions } from './use-cases/ports.js';
import { ExceptionListController } from './web/list/list.controller.js';
import { ConsistencyRunsController } from './web/runs/runs.controller.js';

/** The proof that nobody is lost. The returns, whose rules of time it uses, are global. */
@Module({
  imports: [PeopleModule],
  controllers: [ExceptionListController, ConsistencyRunsController],
  providers: [
    { provide: Exceptions, useClass: DatabaseExceptions },
    { provide: ConsistencyRuns, useClass: DatabaseConsistencyRuns },
    ExceptionSearches,
    ConsultExceptions,
    CheckConsistency,
    CheckConsistencyJob,
  ],
  exports: [ConsultExceptions, CheckConsistency],
})
export class ConsistencyModule {}
