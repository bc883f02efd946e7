import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import {
  Enqueues,
  JobQueue,
  QueueDepth,
  QueueSettings,
  Rounds,
} from '../../platform/queue/index.js';
import { PROCESSING_PLACES, ProcessingTerms } from '../domain/processing-terms.js';
import { SweepFiles } from '../use-cases/sweep-files.js';
import { PROCESS_FILES } from './process-files.job.js';

/**
 * In each process that runs jobs, at its start and every few seconds: rings for the files that wait. A
 * timer and not a job, because a queue that lost its jobs has lost its repeated ones too.
 */
@Injectable()
@Enqueues(PROCESS_FILES)
export class FileSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(
    private readonly settings: QueueSettings,
    private readonly sweepFiles: SweepFiles,
    private readonly jobs: JobQueue,
    private readonly depth: QueueDepth,
    private readonly ids: Ids,
    terms: ProcessingTerms,
  ) {
    const logger = new Logger('Processing');
    this.rounds = new Rounds(
      () => this.sweep(),
      () => terms.sweep,
      { logger, event: 'file-sweep' },
    );
  }

  onApplicationBootstrap(): void {
    if (this.settings.runsJobs) this.rounds.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  private async sweep(): Promise<void> {
    const waiting = await this.sweepFiles.execute();
    if (waiting === 0 || (await this.isRungAlready())) return;
    const rings = Math.min(waiting, PROCESSING_PLACES);
    await this.jobs.addMany(
      Array.from({ length: rings }, () => ({
        name: PROCESS_FILES,
        data: {},
        jobId: `turn-${this.ids.uuid()}`,
      })),
    );
  }

  /** Rings that nobody has heard yet are enough. */
  private async isRungAlready(): Promise<boolean> {
    return (await this.depth.waiting('exchange-files')) >= PROCESSING_PLACES;
  }
}
