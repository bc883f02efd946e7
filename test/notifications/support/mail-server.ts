import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as it came over the wire. */
export interface ReceivedMail {
  readonly to: readonly string[];
  /** Headers and text, decoded. */
  readonly source: string;
}

/** A real SMTP server that keeps what it receives, and can be told to refuse it. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** True: every recipient is refused, with the address in the answer, as many servers do. */
  isRefusing = false;
  /** What it answers when it refuses: 550 for good, 450 for now. */
  refusal = 550;

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async start(): Promise<MailServer> {
    const held: { server?: MailServer } = {};
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _session, done) {
        const responseCode = held.server?.refusal ?? 550;
        const error = Object.assign(new Error(`${address} is unknown`), { responseCode });
        done(held.server?.isRefusing ? error : null);
      },
      onData(stream, { envelope }, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address);
          held.server?.received.push({ to, source: decoded(Buffer.concat(parts).toString()) });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => {
      smtp.listen(0, '127.0.0.1', resolve);
    });
    const { port } = smtp.server.address() as AddressInfo;
    held.server = new MailServer(smtp, `smtp://127.0.0.1:${port}`);
    return held.server;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}

/** The text of a message in quoted-printable, as its reader sees it. */
function decoded(source: string): string {
  const joined = source.replace(/=\r\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
