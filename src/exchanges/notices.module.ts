import { Module } from '@nestjs/common';
import { DatabaseNotices } from './db/database-notices.js';
import { NoticesController } from './http/notices.controller.js';
import { Notices } from './use-cases/calendar-ports.js';
import { ConsultNotices } from './use-cases/consult-notices.js';

/** Reminders and warnings, for whatever channel carries them. */
@Module({
  controllers: [NoticesController],
  providers: [{ provide: Notices, useClass: DatabaseNotices }, ConsultNotices],
  exports: [Notices],
})
export class NoticesModule {}
