import { Module } from '@nestjs/common';
import { ProcessingModule } from './processing.module.js';
import { ReportsModule } from './reports.module.js';
import { SlotsModule } from './slots.module.js';
import { CalendarPagesController } from './web/calendar/calendar-pages.controller.js';
import { DepositPagesController } from './web/deposit/deposit-pages.controller.js';
import { ExchangePagesController } from './web/exchange-pages.controller.js';
import { FormatsPagesController } from './web/formats/formats-pages.controller.js';
import { ExchangeHome } from './web/home/exchange-home.js';
import { RejectsPagesController } from './web/rejects/rejects-pages.controller.js';
import { UnitsPagesController } from './web/units/units-pages.controller.js';

/** The pages of file exchanges. */
@Module({
  imports: [ProcessingModule, ReportsModule, SlotsModule],
  // What has a name of its own comes before what is named by its id.
  controllers: [
    DepositPagesController,
    FormatsPagesController,
    CalendarPagesController,
    UnitsPagesController,
    RejectsPagesController,
    ExchangePagesController,
  ],
  providers: [ExchangeHome],
  exports: [ExchangeHome],
})
export class ExchangePagesModule {}
