import { Injectable } from '@nestjs/common';
import { Ids, Outbox, type OutboxEvent } from '../../kernel/index.js';
import { afterCommit } from '../database/index.js';
import { EventCatalogue } from './event-catalogue.js';
import { OutboxBell } from './outbox-bell.js';
import { insertMessage } from './outbox-table.js';

/** Keeps events in the transaction of the change that made them (REL-01). */
@Injectable()
export class DatabaseOutbox extends Outbox {
  constructor(
    private readonly ids: Ids,
    private readonly catalogue: EventCatalogue,
    private readonly bell: OutboxBell,
  ) {
    super();
  }

  /** @throws Error outside a unit of work, or when the event is not in the catalogue. */
  override async publish(event: OutboxEvent): Promise<void> {
    if (!this.catalogue.has(event.name)) throw new Error(`unknown event "${event.name}"`);
    await insertMessage(this.ids.uuid(), event);
    afterCommit(() => this.bell.ring());
  }
}
