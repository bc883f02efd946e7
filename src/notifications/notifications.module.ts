import { Module } from '@nestjs/common';
import { WebModule } from '../web/web.module.js';
import { DatabaseDigestBook } from './db/database-digest-book.js';
import { SendDigestsJob } from './jobs/send-digests.job.js';
import { SendInvitationsJob } from './jobs/send-invitations.job.js';
import { HomeWaitingWork } from './mail/home-waiting-work.js';
import { MailDigestPost } from './mail/mail-digest-post.js';
import { MailInvitationPost } from './mail/mail-invitation-post.js';
import { ChooseFrequency } from './use-cases/choose-frequency.js';
import { DigestBook, DigestPost, InvitationPost, WaitingWork } from './use-cases/ports.js';
import { PrepareDigests } from './use-cases/prepare-digests.js';
import { SendDigests } from './use-cases/send-digests.js';
import { SendInvitations } from './use-cases/send-invitations.js';
import { PreferencesController } from './web/preferences.controller.js';

/** Messages to people. The composition root gives `Mailer`, beside the ports of every feature. */
@Module({
  imports: [WebModule],
  controllers: [PreferencesController],
  providers: [
    { provide: DigestBook, useClass: DatabaseDigestBook },
    { provide: DigestPost, useClass: MailDigestPost },
    { provide: InvitationPost, useClass: MailInvitationPost },
    { provide: WaitingWork, useClass: HomeWaitingWork },
    ChooseFrequency,
    PrepareDigests,
    SendDigests,
    SendDigestsJob,
    SendInvitations,
    SendInvitationsJob,
  ],
})
export class NotificationsModule {}
