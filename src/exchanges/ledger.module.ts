import { Module } from '@nestjs/common';
import { DatabaseContentStore } from './db/database-content-store.js';
import { DatabaseEmitterHistory } from './db/database-emitter-history.js';
import { DatabaseExchangeLedger } from './db/database-exchange-ledger.js';
import { DatabaseStatementLedger } from './db/database-statement-ledger.js';
import { DatabaseOpenStock } from './db/database-open-stock.js';
import { DatabaseRefusalCauses } from './db/database-refusal-causes.js';
import { DatabaseRehearsal } from './db/database-rehearsal.js';
import { DatabaseIdentityReviews } from './db/database-identity-reviews.js';
import { DatabasePendingDeposits } from './db/database-pending-deposits.js';
import { DatabaseTestLeftovers } from './db/database-test-leftovers.js';
import { EmitterHistory } from './use-cases/history-ports.js';
import { PendingDeposits } from './use-cases/pending-ports.js';
import { PurgePendingDeposits } from './use-cases/purge-pending-deposits.js';
import { OpenStock } from './use-cases/open-stock.js';
import { PurgeTests, TestLeftovers } from './use-cases/purge-tests.js';
import { RefusalCauses } from './use-cases/refusal-causes.js';
import { StatementLedger } from './use-cases/statement-ledger.js';
import { ContentStore, ExchangeLedger, IdentityReviews, Rehearsal } from './use-cases/ports.js';

/** What was received, row by row, and its bytes. */
@Module({
  providers: [
    { provide: ExchangeLedger, useClass: DatabaseExchangeLedger },
    { provide: EmitterHistory, useClass: DatabaseEmitterHistory },
    { provide: ContentStore, useClass: DatabaseContentStore },
    { provide: StatementLedger, useClass: DatabaseStatementLedger },
    { provide: RefusalCauses, useClass: DatabaseRefusalCauses },
    { provide: OpenStock, useClass: DatabaseOpenStock },
    { provide: Rehearsal, useClass: DatabaseRehearsal },
    { provide: IdentityReviews, useClass: DatabaseIdentityReviews },
    { provide: TestLeftovers, useClass: DatabaseTestLeftovers },
    PurgeTests,
    { provide: PendingDeposits, useClass: DatabasePendingDeposits },
    PurgePendingDeposits,
  ],
  exports: [
    EmitterHistory,
    ExchangeLedger,
    StatementLedger,
    ContentStore,
    OpenStock,
    RefusalCauses,
    Rehearsal,
    IdentityReviews,
    PurgeTests,
    PendingDeposits,
    PurgePendingDeposits,
  ],
})
export class LedgerModule {}
