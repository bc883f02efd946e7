import { Module } from '@nestjs/common';
import { Configuration } from '../platform/config/index.js';
import { DatabaseSlotBook } from './db/database-slot-book.js';
import { DatabaseUnitMonths } from './db/database-unit-months.js';
import { ExpectedExchangesController } from './http/expected-exchanges.controller.js';
import { LedgerModule } from './ledger.module.js';
import { ConsultCalendar } from './use-cases/consult-calendar.js';
import { ConsultUnitMonths } from './use-cases/consult-unit-months.js';
import { ExemptSlot } from './use-cases/exempt-slot.js';
import { ListExpectedFiles } from './use-cases/list-expected-files.js';
import { OpenSlots } from './use-cases/open-slots.js';
import { SlotBook } from './use-cases/ports.js';
import {
  DemonstrationSlotCalendar,
  MonthlySlotCalendar,
  SlotCalendar,
} from './use-cases/slot-calendar.js';
import { UnitMonths } from './use-cases/unit-month-ports.js';

/** What every emitter owes and when. */
@Module({
  imports: [LedgerModule],
  controllers: [ExpectedExchangesController],
  providers: [
    { provide: SlotBook, useClass: DatabaseSlotBook },
    { provide: UnitMonths, useClass: DatabaseUnitMonths },
    {
      provide: SlotCalendar,
      inject: [Configuration],
      useFactory: ({ demonstration }: Configuration): SlotCalendar =>
        demonstration ? new DemonstrationSlotCalendar() : new MonthlySlotCalendar(),
    },
    OpenSlots,
    ExemptSlot,
    ListExpectedFiles,
    ConsultCalendar,
    ConsultUnitMonths,
  ],
  exports: [
    SlotBook,
    SlotCalendar,
    ListExpectedFiles,
    ConsultCalendar,
    ConsultUnitMonths,
    OpenSlots,
  ],
})
export class SlotsModule {}
