import { createTransport, type Transporter } from 'nodemailer';
import { Mailer, MailNotSent, type Mail } from './mailer.js';

const CONNECTION_MS = 10_000;

/** Sends by an SMTP server, encrypted whenever the server knows how. */
export class SmtpMailer extends Mailer {
  override readonly isOn = true;
  private readonly transport: Transporter;

  /**
   * @param url `smtp://…` or `smtps://…`, with the account when the server wants one
   * @param from address of the service
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    const timeouts = { connectionTimeout: CONNECTION_MS, greetingTimeout: CONNECTION_MS };
    // An account is told to nobody in clear, whatever stands between here and the server.
    const requireTLS = new URL(url).password !== '';
    const limits = { ...timeouts, socketTimeout: 3 * CONNECTION_MS };
    this.transport = createTransport({ url, requireTLS, ...limits });
  }

  override async send({ id, to, subject, text, preferencesUrl }: Mail): Promise<void> {
    try {
      await this.transport.sendMail({
        from: { name: 'Passerelle', address: this.from },
        to,
        subject,
        text,
        messageId: `<${id}@${this.from.slice(this.from.indexOf('@') + 1)}>`,
        // Away notices and mailing loops leave such a message alone (RFC 3834).
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(preferencesUrl ? { 'List-Unsubscribe': `<${preferencesUrl}>` } : {}),
        },
      });
    } catch (error) {
      // What a server says of an address repeats it: only its code is kept.
      throw new MailNotSent(codeOf(error), mayGoLater(error));
    }
  }
}

function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter((one) => one !== undefined).join(' ') || 'unknown';
}

/** Failures before a word of the message was said. */
const NEVER_LEFT: readonly unknown[] = ['ECONNECTION', 'ECONNREFUSED', 'EDNS', 'EAUTH', 'ETLS'];

/** True for what a server puts off (4xx, RFC 5321), and for a server that is not there. */
function mayGoLater(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return responseCode === undefined
    ? NEVER_LEFT.includes(code)
    : responseCode >= 400 && responseCode < 500;
}
