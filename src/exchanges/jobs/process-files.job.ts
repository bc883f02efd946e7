import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { PROCESSING_PLACES } from '../domain/processing-terms.js';
import { TakeTurns } from '../use-cases/take-turns.js';

export const PROCESS_FILES = 'exchange.process-files';

/** A place to process files. The job says nothing of which one: it is a ring. */
@Injectable()
@JobHandler({ queue: 'exchange-files', name: PROCESS_FILES, concurrency: PROCESSING_PLACES })
export class ProcessFilesJob implements JobRunner, OnModuleDestroy {
  constructor(private readonly takeTurns: TakeTurns) {}

  handle(_job: Job, signal: AbortSignal): Promise<void> {
    return this.takeTurns.execute(signal);
  }

  /** Before the queue waits for its running jobs: they end with the file they have. */
  onModuleDestroy(): void {
    this.takeTurns.close();
  }
}
