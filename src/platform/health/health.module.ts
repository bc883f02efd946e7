import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { EventLog } from '../logging/index.js';
import { HealthController } from './health.controller.js';
import { MetricsAddress, MetricsServer } from './metrics-server.js';
import { Metrics } from './metrics.js';
import type { ReadinessCheck } from './readiness-check.js';
import { Readiness } from './readiness.js';

export interface HealthOptions extends Pick<ModuleMetadata, 'imports'> {
  /** Checks given by `imports`. */
  readonly checks: Type<ReadinessCheck>[];
  /** Port of the figures; not served when absent. */
  readonly metricsPort?: number;
  /** Address the figures listen on; this machine only when absent. */
  readonly metricsHost?: string;
}

/** Probes and figures of a process. */
@Module({})
export class HealthModule {
  static with({ imports = [], checks, metricsPort, metricsHost }: HealthOptions): DynamicModule {
    const address = new MetricsAddress(metricsPort, metricsHost ?? '127.0.0.1');
    return {
      module: HealthModule,
      global: true,
      imports,
      controllers: [HealthController],
      providers: [
        Metrics,
        MetricsServer,
        { provide: MetricsAddress, useValue: address },
        {
          provide: Readiness,
          useFactory: (log: EventLog, ...all: ReadinessCheck[]) => new Readiness(all, log),
          inject: [EventLog, ...checks],
        },
      ],
      exports: [Metrics, Readiness],
    };
  }
}
