import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadinessCheck, type ReadinessLevel } from '../../platform/health/index.js';
import { missingMigrations } from '../schema-state.js';

/** The tables are those this version was written for. Once seen, not asked again: they only grow. */
@Injectable()
export class MigrationsCheck extends ReadinessCheck {
  override readonly name = 'migrations';
  private isCurrent = false;

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async check(): Promise<ReadinessLevel> {
    this.isCurrent ||= (await missingMigrations(this.dataSource)).length === 0;
    return this.isCurrent ? 'up' : 'down';
  }
}
