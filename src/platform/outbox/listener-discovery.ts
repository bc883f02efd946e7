import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { JobRegistry } from '../queue/index.js';
import { EventDelivery } from './event-delivery.js';
import { EventListeners, type Subscriber } from './event-listeners.js';
import { deliveryJobName, deliveryQueue } from './delivery-job.js';
import { subscriptionOf, type EventListener } from './on-event.js';

/** Finds the listeners of all modules and makes each the handler of its delivery jobs. */
@Injectable()
export class ListenerDiscovery implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly listeners: EventListeners,
    private readonly jobs: JobRegistry,
    private readonly delivery: EventDelivery,
  ) {}

  /** @throws Error for a listener of an unknown event, or two under one consumer name. */
  onModuleInit(): void {
    const seen = new Set<object>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || typeof instance !== 'object' || instance === null) continue;
      if (seen.has(instance)) continue;
      seen.add(instance);
      const subscription = subscriptionOf(metatype);
      if (!subscription) continue;
      this.subscribe({ ...subscription, listener: asListener(instance, subscription.consumer) });
    }
  }

  private subscribe(subscriber: Subscriber): void {
    this.listeners.add(subscriber);
    this.jobs.register({
      queue: deliveryQueue(subscriber),
      name: deliveryJobName(subscriber.consumer),
      runner: this.delivery.runnerOf(subscriber),
    });
  }
}

function asListener(instance: object, consumer: string): EventListener {
  if (isListener(instance)) return instance;
  throw new Error(`the listener of consumer "${consumer}" has no handle method`);
}

function isListener(instance: object): instance is EventListener {
  return typeof Reflect.get(instance, 'handle') === 'function';
}
