import { Mailer, MailNotSent } from './mailer.js';

/** The service was given no mail server. */
export class NoMailer extends Mailer {
  override readonly isOn = false;

  override send(): Promise<void> {
    return Promise.reject(new MailNotSent('no server', true));
  }
}
