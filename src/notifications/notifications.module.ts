import { Module } from '@nestjs/common';
import { WebModule } from '../web/web.module.js';
import { DatabaseDigestBook } from './db/database-digest-book.js';
import { SendDigestsJob } from './jobs/send-digests.job.js';
import { HomeWaitingWork } from './mail/home-waiting-work.js';
import { MailDigestPost } from './mail/mail-digest-post.js';
import { ChooseFrequency } from './use-cases/choose-frequency.js';
import { DigestBook, DigestPost, WaitingWork } from './use-cases/ports.js';
import { PrepareDigests } from './use-cases/prepare-digests.js';
import { SendDigests } from './use-cases/send-digests.js';
import { PreferencesController } from './web/preferences.controller.js';

/** Messages to people. The composition root gives `Mailer`, beside the ports of every feature. */
@Module({
  imports: [WebModule],
  controllers: [PreferencesController],
  providers: [
    { provide: DigestBook, useClass: DatabaseDigestBook },
    { provide: DigestPost, useClass: MailDigestPost },
    { provide: WaitingWork, useClass: HomeWaitingWork },
    ChooseFrequency,
    PrepareDigests,
    SendDigests,
    SendDigestsJob,
  ],
})
export class NotificationsModule {}
