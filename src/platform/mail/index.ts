export { FolderMailer, type KeptMail } from './folder-mailer.js';
export { Mailer, MailNotSent, type Mail } from './mailer.js';
export { NoMailer } from './no-mailer.js';
export { SmtpMailer } from './smtp-mailer.js';
