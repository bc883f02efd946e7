import { Injectable } from '@nestjs/common';
import { UnitOfWork, type OrganisationScope } from '../../kernel/index.js';
import { PermanentJobFailure, type Job, type JobRunner } from '../queue/index.js';
import { EventListeners, type Subscriber } from './event-listeners.js';
import { EventScopes } from './event-scopes.js';
import { Inbox } from './inbox.js';
import { systemActor } from './outbox-actor.js';
import { markDoneBy, readMessage, type StoredMessage } from './outbox-table.js';

const TASK = 'outbox-delivery';

/** Delivers messages to listeners: the handler of the queue's jobs. */
@Injectable()
export class EventDelivery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly scopes: EventScopes,
    private readonly listeners: EventListeners,
  ) {}

  /** The job runner of one listener. Its jobs hold the id of the message, nothing more. */
  runnerOf(subscriber: Subscriber): JobRunner {
    return { handle: (job, signal) => this.deliver(subscriber, job, signal) };
  }

  private async deliver(subscriber: Subscriber, job: Job, signal: AbortSignal): Promise<void> {
    const message = await this.read(String(job.data['messageId']));
    if (!message || message.isDone) return;
    await this.handle(subscriber, message, signal);
    await this.technical(message.correlationId, () =>
      markDoneBy(message.id, this.listeners.of(message.name)),
    );
  }

  private async handle(
    { consumer, lens, listener }: Subscriber,
    { id, isDone: _isDone, ...event }: StoredMessage,
    signal: AbortSignal,
  ): Promise<void> {
    const organisation = await this.organisationOf(event.organisationId);
    const actor = systemActor(consumer, event.correlationId, organisation);
    await this.inbox.handleOnce(
      consumer,
      id,
      actor,
      () => listener.handle({ ...event, messageId: id }, actor, signal),
      lens ? { lens } : undefined,
    );
  }

  private async organisationOf(id: string | null): Promise<OrganisationScope | null> {
    if (id === null) return null;
    const scope = await this.scopes.scopeOf(id);
    if (!scope) throw new PermanentJobFailure('event-of-unknown-organisation');
    return scope;
  }

  private read(id: string): Promise<StoredMessage | undefined> {
    return this.technical(id, () => readMessage(id));
  }

  private technical<T>(correlationId: string, work: () => Promise<T>): Promise<T> {
    return this.uow.run(systemActor(TASK, correlationId), work, { lens: 'technical' });
  }
}
