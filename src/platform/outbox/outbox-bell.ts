import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { QueueSettings, QuietWarnings, within } from '../queue/index.js';

const CHANNEL = 'passerelle_outbox';
const RECONNECT_MS = 1_000;
const CLOSE_MS = 2_000;

/**
 * Tells the relays that there is something to hand over, so that a message leaves in milliseconds
 * instead of at the next look of the relay. Rung after the commit and on a connection of its own:
 * a NOTIFY inside the transaction would make all commits of the server wait for each other
 * (stack.md 2.3). Losing a ring costs a second, never a message.
 */
@Injectable()
export class OutboxBell implements OnApplicationShutdown {
  private readonly warnings = new QuietWarnings(new Logger('Outbox'));
  private listener: (() => void) | undefined;
  private client: Client | undefined;
  private connecting: Promise<Client> | undefined;
  private isRinging = false;
  private mustRingAgain = false;
  private isClosed = false;

  constructor(private readonly settings: QueueSettings) {}

  /** Calls `listener` at each ring of any process of this database, until closed. */
  async answer(listener: () => void): Promise<void> {
    this.listener = listener;
    await this.connect();
  }

  /** Rings once for all that happens at the same time. */
  ring(): void {
    if (this.listener) {
      this.listener();
      return;
    }
    if (this.isRinging) {
      this.mustRingAgain = true;
      return;
    }
    void this.ringElsewhere();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    this.listener = undefined;
    const client = this.client ?? (await this.connecting?.catch(() => undefined));
    if (client) await within(CLOSE_MS, client.end());
  }

  private async ringElsewhere(): Promise<void> {
    this.isRinging = true;
    do {
      this.mustRingAgain = false;
      await this.notify();
    } while (this.mustRingAgain);
    this.isRinging = false;
  }

  private async notify(): Promise<void> {
    try {
      const client = await this.connect();
      await client.query(`notify ${CHANNEL}`);
    } catch (error) {
      this.warnings.warn('outbox-bell', error);
    }
  }

  private async connect(): Promise<Client> {
    if (this.client) return this.client;
    this.connecting ??= this.open();
    try {
      return await this.connecting;
    } finally {
      this.connecting = undefined;
    }
  }

  private async open(): Promise<Client> {
    const client = new Client({
      connectionString: this.settings.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      application_name: 'passerelle-outbox-bell',
    });
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, undefined));
    client.on('notification', () => this.listener?.());
    try {
      await client.connect();
      if (this.listener) await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      this.reconnectLater();
      throw error;
    }
    this.client = client;
    return client;
  }

  private lose(client: Client, error: unknown): void {
    if (error) this.warnings.warn('outbox-bell', error);
    if (this.client !== client) return;
    this.client = undefined;
    this.reconnectLater();
  }

  /** Only who listens comes back by itself; who rings connects when it next rings. */
  private reconnectLater(): void {
    if (this.isClosed || !this.listener) return;
    const retry = (): void => {
      if (this.isClosed) return;
      this.connect().catch((error: unknown) => this.warnings.warn('outbox-bell', error));
    };
    setTimeout(retry, RECONNECT_MS).unref();
  }
}
