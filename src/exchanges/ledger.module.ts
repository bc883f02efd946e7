import { Module } from '@nestjs/common';
import { DatabaseContentStore } from './db/database-content-store.js';
import { DatabaseExchangeLedger } from './db/database-exchange-ledger.js';
import { DatabaseIdentityReviews } from './db/database-identity-reviews.js';
import { ContentStore, ExchangeLedger, IdentityReviews } from './use-cases/ports.js';

/** What was received, row by row, and its bytes. */
@Module({
  providers: [
    { provide: ExchangeLedger, useClass: DatabaseExchangeLedger },
    { provide: ContentStore, useClass: DatabaseContentStore },
    { provide: IdentityReviews, useClass: DatabaseIdentityReviews },
  ],
  exports: [ExchangeLedger, ContentStore, IdentityReviews],
})
export class LedgerModule {}
