import { Global, Module } from '@nestjs/common';
import { ReturnChanges, ReturnPlaces, Returns, DeadlineOverrides } from '../../returns/index.js';
import { DatabaseDeadlineOverrides } from '../../returns/db/database-deadline-overrides.js';
import { DatabaseReturns } from '../../returns/db/database-returns.js';
import { ServiceFollowers } from '../../volunteers/index.js';
import { FollowHistory } from './follow-history.js';

/** The returns of the history: those of the service, with another day for today. */
@Global()
@Module({
  providers: [
    { provide: Returns, useClass: DatabaseReturns },
    { provide: DeadlineOverrides, useClass: DatabaseDeadlineOverrides },
    { provide: ServiceFollowers, useClass: FollowHistory },
    ReturnChanges,
    ReturnPlaces,
  ],
  exports: [Returns, ReturnChanges, ReturnPlaces, ServiceFollowers],
})
export class HistoryReturnsModule {}
