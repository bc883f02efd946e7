/** A message to one person: plain text, which every reader of mail shows and every filter reads. */
export interface Mail {
  /** Unique: the same message sent twice after a crash bears the same one, and shows once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Page on which its reader asks for fewer of them; none where there is but one. */
  readonly preferencesUrl?: string;
}

/** Sends messages, or says that nothing does here. */
export abstract class Mailer {
  /** False when the service was given no server: nothing is prepared then. */
  abstract readonly isOn: boolean;

  /** @throws MailNotSent */
  abstract send(mail: Mail): Promise<void>;
}

/** A message did not leave. Its code is that of the server or of the connection, never an address. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';

  /** @param mayGoLater true when it surely did not leave, and is not refused for good */
  constructor(
    readonly code: string,
    readonly mayGoLater: boolean,
  ) {
    super(`a message was not sent: ${code}`);
  }
}
