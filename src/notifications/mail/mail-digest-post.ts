import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SignInSettings } from '../../accounts/index.js';
import { Mailer } from '../../platform/mail/index.js';
import { DigestPost, type DigestToSend } from '../use-cases/ports.js';
import { digestMessage } from './digest-message.js';

/** Digests by mail. */
@Injectable()
export class MailDigestPost extends DigestPost {
  constructor(
    private readonly mailer: Mailer,
    private readonly service: SignInSettings,
  ) {
    super();
  }

  override get isOn(): boolean {
    return this.mailer.isOn;
  }

  override send(digest: DigestToSend): Promise<void> {
    const message = digestMessage(digest, this.service.address);
    return this.mailer.send({ id: identifierOf(digest), to: digest.email, ...message });
  }
}

/** The same for the same day of the same account; says nothing of either. */
function identifierOf({ accountId, day }: DigestToSend): string {
  return createHash('sha256').update(`digest ${accountId} ${day}`).digest('hex').slice(0, 32);
}
