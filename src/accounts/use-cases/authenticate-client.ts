import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { AssertionProof } from '../domain/assertion.rules.js';
import { isClientId, type MachineClient } from '../domain/machine-client.js';
import { invalidClient } from '../domain/token-refused.js';
import { ClientAssertions, ClientSecrets, MachineClients } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** What a client shows of itself. */
export type ShownCredentials =
  | { readonly method: 'secret'; readonly clientId: string; readonly secret: string }
  | {
      readonly method: 'assertion';
      readonly clientId: string | undefined;
      readonly assertion: string;
    };

/** A client known for sure; `proof` is the assertion that still has to be used up. */
export interface AuthenticatedClient {
  readonly client: MachineClient;
  readonly proof: AssertionProof | null;
}

/** Knows a client by its secret or by its signed assertion (RFC 6749 2.3, RFC 7523). */
@Injectable()
export class AuthenticateClient {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clients: MachineClients,
    private readonly secrets: ClientSecrets,
    private readonly assertions: ClientAssertions,
    private readonly clock: Clock,
  ) {}

  /** @throws TokenRefused `invalid_client`, the same for every cause. */
  execute(shown: ShownCredentials, correlationId: string): Promise<AuthenticatedClient> {
    return shown.method === 'secret'
      ? this.bySecret(shown.clientId, shown.secret, correlationId)
      : this.byAssertion(shown, correlationId);
  }

  /** The client the credentials speak of; nothing is proved yet. */
  claimedClient(shown: ShownCredentials): string | undefined {
    return shown.method === 'secret'
      ? shown.clientId
      : this.assertions.claimedClient(shown.assertion);
  }

  private async bySecret(
    clientId: string,
    secret: string,
    correlationId: string,
  ): Promise<AuthenticatedClient> {
    const client = await this.find(clientId, correlationId);
    // Hashing comes after the transaction: it is slow, and would hold a connection meanwhile.
    const isRight = await this.secrets.matches(secret, client?.secretHash ?? null);
    if (!client || !isRight) throw invalidClient();
    return { client, proof: null };
  }

  private async byAssertion(
    { clientId, assertion }: { clientId: string | undefined; assertion: string },
    correlationId: string,
  ): Promise<AuthenticatedClient> {
    const claimed = this.assertions.claimedClient(assertion);
    if (claimed === undefined || (clientId !== undefined && clientId !== claimed)) {
      throw invalidClient();
    }
    const client = await this.find(claimed, correlationId);
    if (!client?.publicKeys) throw invalidClient();
    const proof = await this.assertions.verify(assertion, claimed, client.publicKeys);
    if (!proof) throw invalidClient();
    return { client, proof };
  }

  private async find(clientId: string, correlationId: string): Promise<MachineClient | undefined> {
    if (!isClientId(clientId)) return undefined;
    const today = localDateIn(this.clock.now(), 'UTC');
    return this.unitOfWork.run(technicalActor('oauth.authenticate', correlationId), () =>
      this.clients.usable(clientId, today),
    );
  }
}
