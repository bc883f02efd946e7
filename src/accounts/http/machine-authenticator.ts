import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Ids, type MachineActor } from '../../kernel/index.js';
import { currentCorrelationId } from '../../platform/logging/index.js';
import { Authenticator } from '../../platform/security/index.js';
import { IdentifyMachine } from '../use-cases/identify-machine.js';

// The shape of our own tokens: anything else is not worth a look-up.
const BEARER = /^Bearer +([A-Za-z0-9_-]{43})$/i;

/** Knows the software of a partner by its bearer token (RFC 6750). */
@Injectable()
export class MachineAuthenticator extends Authenticator {
  constructor(
    private readonly identifyMachine: IdentifyMachine,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async authenticate(headers: IncomingHttpHeaders): Promise<MachineActor | undefined> {
    const token = BEARER.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    const correlationId = currentCorrelationId() ?? this.ids.uuid();
    const holder = await this.identifyMachine.execute(token, correlationId);
    if (!holder) return undefined;
    const { machineClientId: id, clientId, scopes, organisation } = holder;
    return {
      type: 'machine',
      id,
      clientId,
      scopes,
      organisation,
      channel: { kind: 'api' },
      correlationId,
    };
  }
}
