import { Injectable } from '@nestjs/common';
import { OnEvent, type EventListener } from '../../src/platform/outbox/index.js';
import { Enqueues, JobHandler, type JobRunner } from '../../src/platform/queue/index.js';
import { onEachBackend } from './support/on-each-backend.js';
import { startQueueApp } from './support/queue-app.js';

const nothing = (): Promise<void> => Promise.resolve();

@Injectable()
@JobHandler({ queue: 'twins', name: 'twin.born' })
class FirstTwin implements JobRunner {
  handle = nothing;
}

@Injectable()
@JobHandler({ queue: 'twins', name: 'twin.born' })
class SecondTwin implements JobRunner {
  handle = nothing;
}

@Injectable()
@Enqueues('orphan.cry')
class OrphanMaker {}

@Injectable()
@OnEvent('referral.submited.v1', { consumer: 'misspelt' })
class Misspelt implements EventListener {
  handle = nothing;
}

onEachBackend('Start checks', (place) => {
  it('refuses a second handler of a name', async () => {
    const start = startQueueApp(place(), { providers: [FirstTwin, SecondTwin] });
    await expect(start).rejects.toThrow('job "twin.born" has two handlers');
  });

  it('refuses a job that is added but never run', async () => {
    const start = startQueueApp(place(), { providers: [OrphanMaker] });
    await expect(start).rejects.toThrow('job "orphan.cry" has no handler');
  });

  it('refuses a listener of an event nobody declares', async () => {
    const start = startQueueApp(place(), {
      providers: [Misspelt],
      events: ['referral.submitted.v1'],
    });
    await expect(start).rejects.toThrow('unknown events: referral.submited.v1');
  });
});
