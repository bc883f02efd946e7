import { Injectable, Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Metrics } from '../../platform/health/index.js';
import { failureLabel } from '../../platform/queue/index.js';
import type { FileLease, TroubledFile } from '../use-cases/lease-ports.js';
import { ProcessingWatch } from '../use-cases/processing-watch.js';

/** Says it in the log and in the figures of the process: ids and codes only. */
@Injectable()
export class ProcessingLog extends ProcessingWatch {
  private readonly logger = new Logger('Processing');
  private readonly troubles: Counter;

  constructor(metrics: Metrics) {
    super();
    this.troubles = new Counter({
      name: 'exchange_file_troubles_total',
      help: 'Files whose process died, that failed, whose lease was lost, that were set aside',
      labelNames: ['trouble'],
      registers: [metrics.registry],
    });
  }

  override crashed({ fileId }: TroubledFile): void {
    this.troubles.inc({ trouble: 'crashed' });
    this.logger.warn({ event: 'exchange-file.process-died', fileId });
  }

  override failed({ fileId }: TroubledFile, error: unknown): void {
    this.troubles.inc({ trouble: 'failed' });
    this.logger.warn({ event: 'exchange-file.failed', fileId, errorClass: failureLabel(error) });
  }

  override lost({ fileId }: FileLease): void {
    this.troubles.inc({ trouble: 'lease-lost' });
    this.logger.warn({ event: 'exchange-file.lease-lost', fileId });
  }

  override setAside({ fileId }: TroubledFile): void {
    this.troubles.inc({ trouble: 'set-aside' });
    this.logger.error({ event: 'exchange-file.set-aside', fileId, state: 'internal-error' });
  }
}
