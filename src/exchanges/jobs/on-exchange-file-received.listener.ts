import { Injectable } from '@nestjs/common';
import type { SystemActor } from '../../kernel/index.js';
import { OnEvent, type DeliveredEvent, type EventListener } from '../../platform/outbox/index.js';
import { ProcessFile } from '../use-cases/process-file.js';

/** Processes a file once it is registered, or once a held one is confirmed. */
@Injectable()
@OnEvent(['exchange-file.received.v1', 'exchange-file.confirmed.v1'], {
  consumer: 'exchanges-process-file',
  queue: 'exchange-files',
})
export class OnExchangeFileReceivedListener implements EventListener {
  constructor(private readonly processFile: ProcessFile) {}

  async handle(event: DeliveredEvent, actor: SystemActor): Promise<void> {
    await this.processFile.execute(event.subjectId, actor);
  }
}
