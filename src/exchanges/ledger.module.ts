import { Module } from '@nestjs/common';
import { DatabaseContentStore } from './db/database-content-store.js';
import { DatabaseEmitterHistory } from './db/database-emitter-history.js';
import { DatabaseExchangeLedger } from './db/database-exchange-ledger.js';
import { DatabaseIdentityReviews } from './db/database-identity-reviews.js';
import { EmitterHistory } from './use-cases/history-ports.js';
import { ContentStore, ExchangeLedger, IdentityReviews } from './use-cases/ports.js';

/** What was received, row by row, and its bytes. */
@Module({
  providers: [
    { provide: ExchangeLedger, useClass: DatabaseExchangeLedger },
    { provide: EmitterHistory, useClass: DatabaseEmitterHistory },
    { provide: ContentStore, useClass: DatabaseContentStore },
    { provide: IdentityReviews, useClass: DatabaseIdentityReviews },
  ],
  exports: [EmitterHistory, ExchangeLedger, ContentStore, IdentityReviews],
})
export class LedgerModule {}
