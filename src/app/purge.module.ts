import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { LedgerModule } from '../exchanges/ledger.module.js';
import { PurgeTechnicalJob } from './jobs/purge-technical.job.js';

/** The nightly purge of what no feature owns. */
@Module({ imports: [AccountsModule, LedgerModule], providers: [PurgeTechnicalJob] })
export class PurgeModule {}
