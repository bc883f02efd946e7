import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Mailer, MailNotSent } from '../../platform/mail/index.js';
import { InvitationNotSent, InvitationPost, type InvitationToSend } from '../use-cases/ports.js';
import { invitationMessage } from './invitation-message.js';

/** Invitations by mail. */
@Injectable()
export class MailInvitationPost extends InvitationPost {
  constructor(private readonly mailer: Mailer) {
    super();
  }

  override async send(invitation: InvitationToSend): Promise<void> {
    const message = invitationMessage(invitation.missionLocale, invitation.contact);
    try {
      await this.mailer.send({ id: identifierOf(invitation), to: invitation.email, ...message });
    } catch (error) {
      throw new InvitationNotSent(error, error instanceof MailNotSent && error.mayGoLater);
    }
  }
}

/** The same for the same invitation; says nothing of anybody. */
function identifierOf({ id, missionLocaleId }: InvitationToSend): string {
  const named = `invitation ${id} ${missionLocaleId}`;
  return createHash('sha256').update(named).digest('hex').slice(0, 32);
}
