import { Module } from '@nestjs/common';
import { DatabaseOfferSheets } from './db/database-offer-sheets.js';
import { OfferSheetsController } from './http/offer-sheets.controller.js';
import { SheetPresenter } from './http/sheet.presenter.js';
import { ConsultSheets } from './use-cases/consult-sheets.js';
import { OfferSheets } from './use-cases/ports.js';
import { PublishSheet } from './use-cases/publish-sheet.js';
import { SheetListController } from './web/list/list.controller.js';
import { PublishSheetController } from './web/publish/publish.controller.js';
import { SheetController } from './web/sheet/sheet.controller.js';

/** What units offer: the page that publishes stands before the page of one sheet. */
@Module({
  controllers: [
    OfferSheetsController,
    SheetListController,
    PublishSheetController,
    SheetController,
  ],
  providers: [
    { provide: OfferSheets, useClass: DatabaseOfferSheets },
    PublishSheet,
    ConsultSheets,
    SheetPresenter,
  ],
  exports: [OfferSheets],
})
export class OfferSheetsModule {}
