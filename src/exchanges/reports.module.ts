import { Module } from '@nestjs/common';
import { ExchangesController } from './http/exchanges.controller.js';
import { FlowsController } from './http/flows.controller.js';
import { LedgerModule } from './ledger.module.js';
import { CollectRejects } from './use-cases/collect-rejects.js';
import { ConfirmHeldFile } from './use-cases/confirm-held-file.js';
import { ConsultExchanges } from './use-cases/consult-exchanges.js';
import { ConsultRejects } from './use-cases/consult-rejects.js';
import { StoredContent } from './use-cases/stored-content.js';

/** What emitters read of their files: ledger, reports, rejects, and the schemas of the flows. */
@Module({
  imports: [LedgerModule],
  controllers: [ExchangesController, FlowsController],
  providers: [ConsultExchanges, CollectRejects, ConfirmHeldFile, ConsultRejects, StoredContent],
  exports: [CollectRejects, ConfirmHeldFile, ConsultExchanges, ConsultRejects, StoredContent],
})
export class ReportsModule {}
