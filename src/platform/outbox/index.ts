export { EventCatalogue } from './event-catalogue.js';
export { EventScopes } from './event-scopes.js';
export { Inbox } from './inbox.js';
export {
  OnEvent,
  type DeliveredEvent,
  type EventListener,
  type OnEventOptions,
} from './on-event.js';
export { PurgeDoneMessages } from './purge-done-messages.js';
export { OutboxRelay } from './outbox-relay.js';
export type { OutboxBacklog } from './outbox-table.js';
export { OutboxModule, type OutboxModuleInput } from './outbox.module.js';
