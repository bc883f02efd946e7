import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import { currentCorrelationId } from '../../platform/logging/index.js';
import type { SignedInPerson } from '../../platform/pages/index.js';
import { Authenticator } from '../../platform/security/index.js';
import { IdentifySession } from '../use-cases/identify-session.js';
import { Cookies } from './cookies.js';

/** Of a page that looks by itself how a long job goes on; the script of the pages sends it. */
const ASKED_BY_PAGE = 'x-passerelle-refresh';

/** Knows the people of the pages by the cookie of their session. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly identifySession: IdentifySession,
    private readonly cookies: Cookies,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async authenticate(headers: IncomingHttpHeaders): Promise<SignedInPerson | undefined> {
    const token = this.cookies.of.session(headers.cookie);
    if (token === undefined) return undefined;
    const correlationId = currentCorrelationId() ?? this.ids.uuid();
    const isActivity = headers[ASKED_BY_PAGE] === undefined;
    const session = await this.identifySession.execute(token, correlationId, isActivity);
    if (!session) return undefined;
    const { accountId, role, organisation, displayName, organisationName, timeZone } = session;
    const viewer = { displayName, organisationName, timeZone, canSwitch: session.choices > 1 };
    const channel = { kind: 'page' } as const;
    return { type: 'person', id: accountId, role, organisation, channel, correlationId, viewer };
  }
}
