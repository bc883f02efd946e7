import { Module } from '@nestjs/common';
import { DatabaseMailbox } from './db/database-mailbox.js';
import { MailboxController } from './http/mailbox.controller.js';
import { AcknowledgeMailboxFile } from './use-cases/acknowledge-mailbox-file.js';
import { ConsultMailbox } from './use-cases/consult-mailbox.js';
import { Mailbox } from './use-cases/mailbox-ports.js';

/** Files made for the partners, and what they did with them. */
@Module({
  controllers: [MailboxController],
  providers: [
    { provide: Mailbox, useClass: DatabaseMailbox },
    ConsultMailbox,
    AcknowledgeMailboxFile,
  ],
  exports: [Mailbox],
})
export class MailboxModule {}
