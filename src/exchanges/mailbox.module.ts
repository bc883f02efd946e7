import { Module } from '@nestjs/common';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { DatabaseToldContracts } from './db/database-told-contracts.js';
import { DatabaseChangedRecords } from './db/database-changed-records.js';
import { DatabaseCalendarActs } from './db/database-calendar-acts.js';
import { DatabaseChangedServices } from './db/database-changed-services.js';
import { DatabaseMailbox } from './db/database-mailbox.js';
import { DatabaseSentParts } from './db/database-sent-parts.js';
import { FLOW_FOLDERS } from './flows/index.js';
import { MailboxController } from './http/mailbox.controller.js';
import { SentFilesController } from './http/sent-files.controller.js';
import { MakeDeliveryJob } from './jobs/make-delivery.job.js';
import { OnExchangeFileAppliedListener } from './jobs/on-exchange-file-applied.listener.js';
import { QueuedDeliveryOrders } from './jobs/queued-delivery-orders.js';
import { LedgerModule } from './ledger.module.js';
import { AcknowledgeMailboxFile } from './use-cases/acknowledge-mailbox-file.js';
import { CalendarActs } from './use-cases/calendar-ports.js';
import { ChangedServices } from './use-cases/changed-services.js';
import { ConsultMailbox } from './use-cases/consult-mailbox.js';
import { ConsultSentFiles, SentParts } from './use-cases/consult-sent-files.js';
import { DeliveryOrders } from './use-cases/delivery-orders.js';
import { FlowDeliveries } from './use-cases/flow-deliveries.js';
import type { FlowDelivery } from './use-cases/flow-ports.js';
import { ChangedRecords, Mailbox } from './use-cases/mailbox-ports.js';
import { MakeDelivery } from './use-cases/make-delivery.js';
import { ReissueMailboxFile } from './use-cases/reissue-mailbox-file.js';
import { ToldContracts } from './use-cases/told-contracts.js';

/** Files made for the partners, and what they did with them. */
@Module({
  imports: [CandidaciesModule, PeopleModule, ReferralsModule, LedgerModule],
  controllers: [MailboxController, SentFilesController],
  providers: [
    ...FLOW_FOLDERS.map(({ delivery }) => delivery),
    {
      provide: FlowDeliveries,
      inject: FLOW_FOLDERS.map(({ delivery }) => delivery),
      useFactory: (...deliveries: FlowDelivery[]) => new FlowDeliveries(byCode(deliveries)),
    },
    { provide: Mailbox, useClass: DatabaseMailbox },
    { provide: CalendarActs, useClass: DatabaseCalendarActs },
    { provide: DeliveryOrders, useClass: QueuedDeliveryOrders },
    { provide: ChangedRecords, useClass: DatabaseChangedRecords },
    { provide: ChangedServices, useClass: DatabaseChangedServices },
    { provide: ToldContracts, useClass: DatabaseToldContracts },
    { provide: SentParts, useClass: DatabaseSentParts },
    ConsultMailbox,
    ConsultSentFiles,
    AcknowledgeMailboxFile,
    MakeDelivery,
    ReissueMailboxFile,
    MakeDeliveryJob,
    OnExchangeFileAppliedListener,
  ],
  exports: [CalendarActs, DeliveryOrders, Mailbox, MakeDelivery],
})
export class MailboxModule {}

/** Nest injects them in the order they were asked for: that of the folders. */
function byCode(deliveries: readonly FlowDelivery[]): Map<string, FlowDelivery> {
  return new Map(
    FLOW_FOLDERS.flatMap(({ flow }, index) => {
      const delivery = deliveries[index];
      return delivery ? [[flow.code, delivery] as const] : [];
    }),
  );
}
