import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { buildDataSource } from '../platform/database/index.js';
import { ENTITIES } from './entities.js';

/** A statement longer than this is a fault: 10 s for a page or a request, 300 s for a job (OPS-06), ADR 0057 apart. */
const STATEMENT_TIMEOUT_MS = { http: 10_000, jobs: 300_000 } as const;

export interface ConnectionSettings {
  /** URL of the restricted login role. */
  readonly url: string;
  readonly poolSize: number;
  readonly runsJobs: boolean;
}

/** Opens the one pool of a process, with the tables of all features. */
export function connectDatabase(settings: ConnectionSettings): Promise<DataSource> {
  return buildDataSource({
    url: settings.url,
    poolSize: settings.poolSize,
    entities: ENTITIES,
    statementTimeout: settings.runsJobs ? STATEMENT_TIMEOUT_MS.jobs : STATEMENT_TIMEOUT_MS.http,
  }).initialize();
}

/** Closes the pool last, once requests and jobs are done. */
@Injectable()
export class DatabaseCloser implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
