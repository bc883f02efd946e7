import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../../kernel/index.js';

/**
 * One way of knowing who calls: a bearer token, a session. Answers nothing when the request carries
 * no credentials of its kind or when they open nothing; the guard then answers 401.
 */
export abstract class Authenticator {
  abstract authenticate(headers: IncomingHttpHeaders): Promise<Actor | undefined>;
}

/** The authenticators of the process, asked in their order: the first who knows the actor wins. */
export class Authenticators {
  constructor(private readonly all: readonly Authenticator[]) {}

  async authenticate(headers: IncomingHttpHeaders): Promise<Actor | undefined> {
    for (const authenticator of this.all) {
      const actor = await authenticator.authenticate(headers);
      if (actor) return actor;
    }
    return undefined;
  }
}
