import { Global, Module } from '@nestjs/common';
import {
  DeadlineOverrides,
  ReturnChanges,
  ReturnPlaces,
  ReturnPresenter,
  ReturnQueries,
  Returns,
  TransferChanges,
  Transfers,
} from '../../returns/index.js';
import { DatabaseDeadlineOverrides } from '../../returns/db/database-deadline-overrides.js';
import { DatabaseReturnQueries } from '../../returns/db/database-return-queries.js';
import { DatabaseReturns } from '../../returns/db/database-returns.js';
import { PeopleModule } from '../../people/people.module.js';
import { DatabaseTransfers } from '../../returns/db/database-transfers.js';
import { SilenceByRules } from '../../returns/use-cases/silence-by-rules.js';
import { SilenceDeadlines } from '../../referrals/index.js';
import { ServiceFollowers } from '../../volunteers/index.js';
import { FollowHistory } from './follow-history.js';

/** The returns of the history: those of the service, with another day for today. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [
    { provide: Returns, useClass: DatabaseReturns },
    { provide: ReturnQueries, useClass: DatabaseReturnQueries },
    { provide: Transfers, useClass: DatabaseTransfers },
    { provide: DeadlineOverrides, useClass: DatabaseDeadlineOverrides },
    { provide: ServiceFollowers, useClass: FollowHistory },
    { provide: SilenceDeadlines, useClass: SilenceByRules },
    TransferChanges,
    ReturnChanges,
    ReturnPlaces,
    ReturnPresenter,
  ],
  exports: [
    Transfers,
    TransferChanges,
    Returns,
    ReturnQueries,
    ReturnPresenter,
    ReturnChanges,
    ReturnPlaces,
    ServiceFollowers,
    SilenceDeadlines,
  ],
})
export class HistoryReturnsModule {}
