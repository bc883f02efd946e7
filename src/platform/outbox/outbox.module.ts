import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Outbox } from '../../kernel/index.js';
import { DatabaseOutbox } from './database-outbox.js';
import { EventCatalogue } from './event-catalogue.js';
import { EventDelivery } from './event-delivery.js';
import { EventListeners } from './event-listeners.js';
import { EventScopes } from './event-scopes.js';
import { Inbox } from './inbox.js';
import { ListenerDiscovery } from './listener-discovery.js';
import { OutboxBell } from './outbox-bell.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxWatch } from './outbox-watch.js';
import { PurgeDoneMessages } from './purge-done-messages.js';

/** What the composition root says about events. */
export interface OutboxModuleInput {
  /** Every event name of the application. */
  readonly events: Iterable<string>;
  readonly scopes: Type<EventScopes>;
  /** Modules `scopes` needs. */
  readonly imports?: ModuleMetadata['imports'];
}

/** Events for the whole application. Needs the queue, `UnitOfWork` and `Ids` in global modules. */
@Module({})
export class OutboxModule {
  static register({ events, scopes, imports }: OutboxModuleInput): DynamicModule {
    return {
      module: OutboxModule,
      global: true,
      imports: [DiscoveryModule, ...(imports ?? [])],
      providers: [
        { provide: EventCatalogue, useValue: new EventCatalogue(events) },
        { provide: EventScopes, useClass: scopes },
        { provide: Outbox, useClass: DatabaseOutbox },
        EventListeners,
        EventDelivery,
        ListenerDiscovery,
        Inbox,
        OutboxBell,
        OutboxRelay,
        OutboxWatch,
        PurgeDoneMessages,
      ],
      exports: [Outbox, Inbox, OutboxRelay, EventCatalogue, PurgeDoneMessages],
    };
  }
}
