import { Injectable } from '@nestjs/common';
import { ReadinessCheck, type ReadinessLevel } from '../../platform/health/index.js';
import { QueueDepth } from '../../platform/queue/index.js';

/** Without its queue the service still answers and keeps what it must do later (OPS-11). */
@Injectable()
export class QueueCheck extends ReadinessCheck {
  override readonly name = 'queue';

  constructor(private readonly depth: QueueDepth) {
    super();
  }

  override async check(): Promise<ReadinessLevel> {
    const depths = await this.depth.read();
    return depths ? 'up' : 'degraded';
  }
}
