import { Injectable } from '@nestjs/common';
import { EventCatalogue } from './event-catalogue.js';
import type { EventListener, Subscription } from './on-event.js';

/** A subscription and the object that answers for it. */
export interface Subscriber extends Subscription {
  readonly listener: EventListener;
}

const CONSUMER = /^[a-z][a-z0-9-]{0,79}$/;

/** Who listens to what. */
@Injectable()
export class EventListeners {
  private readonly subscribers = new Map<string, Subscriber>();

  constructor(private readonly catalogue: EventCatalogue) {}

  /** @throws Error when the consumer exists already or listens to an event nobody declares. */
  add(subscriber: Subscriber): void {
    const { consumer, events } = subscriber;
    if (!CONSUMER.test(consumer)) throw new Error(`consumer name "${consumer}" is not usable`);
    if (this.subscribers.has(consumer)) throw new Error(`consumer "${consumer}" exists twice`);
    const unknown = events.filter((name) => !this.catalogue.has(name));
    if (unknown.length > 0) {
      throw new Error(`consumer "${consumer}" listens to unknown events: ${unknown.join(', ')}`);
    }
    this.subscribers.set(consumer, subscriber);
  }

  /** Consumers of an event; empty when nobody listens. */
  of(event: string): readonly string[] {
    return [...this.subscribers.values()]
      .filter(({ events }) => events.includes(event))
      .map(({ consumer }) => consumer);
  }
}
