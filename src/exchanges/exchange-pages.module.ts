import { Module } from '@nestjs/common';
import { ReportsModule } from './reports.module.js';
import { SlotsModule } from './slots.module.js';
import { ExchangePagesController } from './web/exchange-pages.controller.js';

/** The pages of file exchanges. */
@Module({ imports: [ReportsModule, SlotsModule], controllers: [ExchangePagesController] })
export class ExchangePagesModule {}
