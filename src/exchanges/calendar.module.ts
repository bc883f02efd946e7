import { Module } from '@nestjs/common';
import { DatabaseCalendarBook } from './db/database-calendar-book.js';
import { DatabaseCalendarLeader } from './db/database-calendar-leader.js';
import { DatabaseSlotFiles } from './db/database-slot-files.js';
import { CalendarFigures } from './jobs/calendar-figures.js';
import { OnSupplementListener } from './jobs/on-supplement.listener.js';
import { RunCalendarJob } from './jobs/run-calendar.job.js';
import { LedgerModule } from './ledger.module.js';
import { MailboxModule } from './mailbox.module.js';
import { NoticesModule } from './notices.module.js';
import { SlotsModule } from './slots.module.js';
import { CalendarBook, CalendarLeader, SlotFiles } from './use-cases/calendar-ports.js';
import { CloseSlot } from './use-cases/close-slot.js';
import { GatherCalendarFacts } from './use-cases/gather-calendar-facts.js';
import { PerformAct } from './use-cases/perform-act.js';
import { RunCalendar } from './use-cases/run-calendar.js';
import { SettleReport } from './use-cases/settle-report.js';

/** The month that runs by itself: slots, reports, deliveries and notices, each at its moment. */
@Module({
  imports: [LedgerModule, SlotsModule, MailboxModule, NoticesModule],
  providers: [
    { provide: CalendarLeader, useClass: DatabaseCalendarLeader },
    { provide: CalendarBook, useClass: DatabaseCalendarBook },
    { provide: SlotFiles, useClass: DatabaseSlotFiles },
    CalendarFigures,
    CloseSlot,
    GatherCalendarFacts,
    OnSupplementListener,
    PerformAct,
    RunCalendar,
    RunCalendarJob,
    SettleReport,
  ],
})
export class CalendarModule {}
