import 'reflect-metadata';
import type { OutboxEvent, SystemActor } from '../../kernel/index.js';

/** An event as its listeners receive it. */
export interface DeliveredEvent extends OutboxEvent {
  /** Id of the outbox message: the same at each delivery. */
  readonly messageId: string;
}

/** What `@OnEvent` says about a class. */
export interface OnEventOptions {
  /** Unique and lasting: it is the key that keeps an effect single. Renaming it repeats effects. */
  readonly consumer: string;
  /** Queue of its deliveries, for a listener slow enough to hold up the others. */
  readonly queue?: string;
  /** `technical`: acts on the tables of the whole service instead of the event's organisation. */
  readonly lens?: 'technical';
}

/**
 * A class that reacts to events, marked with `@OnEvent`. Called inside a unit of work, together
 * with the record that it was done: its database effect happens once. An effect outside the
 * database belongs in a job or an event of its own.
 */
export interface EventListener {
  handle(event: DeliveredEvent, actor: SystemActor, signal: AbortSignal): Promise<void>;
}

/** What the registry needs to know of a marked class. */
export interface Subscription extends OnEventOptions {
  readonly events: readonly string[];
}

const SUBSCRIPTION = Symbol('event subscription');

/** Marks a provider as a listener of one event or several. */
export function OnEvent(events: string | readonly string[], options: OnEventOptions) {
  return (target: new (...args: never[]) => EventListener): void => {
    const names = typeof events === 'string' ? [events] : events;
    const subscription: Subscription = { ...options, events: names };
    Reflect.defineMetadata(SUBSCRIPTION, subscription, target);
  };
}

/** What `@OnEvent` said about a class, if anything. */
export function subscriptionOf(target: object): Subscription | undefined {
  const subscription: Subscription | undefined = Reflect.getMetadata(SUBSCRIPTION, target);
  return subscription;
}
