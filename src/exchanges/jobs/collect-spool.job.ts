import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { OrganisationDirectory } from '../../organisations/index.js';
import { Configuration } from '../../platform/config/index.js';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { CollectSpool } from '../use-cases/collect-spool.js';
import { Spool } from '../use-cases/spool-ports.js';

const EVERY_MS = 3_000;

/** Looks into the folders again and again; in the demonstration, everybody has one. */
@Injectable()
@JobHandler({
  queue: 'spool',
  name: 'spool.collect',
  concurrency: 1,
  repeat: { everyMs: EVERY_MS },
})
export class CollectSpoolJob implements JobRunner, OnApplicationBootstrap {
  private readonly logger = new Logger('Spool');

  constructor(
    private readonly spool: Spool,
    private readonly collect: CollectSpool,
    private readonly organisations: OrganisationDirectory,
    private readonly configuration: Configuration,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.configuration.demonstration) return;
    for (const { code, kind } of await this.organisations.all()) {
      if (kind !== 'national') await this.spool.open(code);
    }
  }

  async handle(_job: Job, signal: AbortSignal): Promise<void> {
    for (const code of await this.spool.codes()) {
      if (signal.aborted) return;
      await this.round(code, signal);
    }
  }

  /** What fails for one organisation keeps no other waiting, and is tried again in the next round. */
  private async round(code: string, signal: AbortSignal): Promise<void> {
    try {
      await this.collect.execute(code, signal);
    } catch (error) {
      const errorClass = error instanceof Error ? error.name : 'unknown';
      this.logger.error({ event: 'spool-round-failed', organisation: code, errorClass });
    }
  }
}
