import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { LedgerModule } from '../exchanges/ledger.module.js';
import { InformationSessionsModule } from '../information-sessions/information-sessions.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { PurgePendingDepositsJob } from './jobs/purge-pending-deposits.job.js';
import { PurgeTechnicalJob } from './jobs/purge-technical.job.js';

/** The purges: every night what no feature owns, every few minutes what a page promises to forget. */
@Module({
  imports: [AccountsModule, InformationSessionsModule, LedgerModule, ReferralsModule],
  providers: [PurgeTechnicalJob, PurgePendingDepositsJob],
})
export class PurgeModule {}
