import path from 'node:path';
import type { Configuration } from '../platform/config/index.js';
import { FolderMailer, NoMailer, SmtpMailer, type Mailer } from '../platform/mail/index.js';

/** By the mail server that was given; the demonstration keeps its messages, whose readers do not exist. */
export function mailerOf({ mail, demonstration, dataDirectory }: Configuration): Mailer {
  if (mail) return new SmtpMailer(mail.smtpUrl, mail.from);
  return demonstration ? new FolderMailer(path.join(dataDirectory, 'courriels')) : new NoMailer();
}
