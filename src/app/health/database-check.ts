import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadinessCheck, type ReadinessLevel } from '../../platform/health/index.js';

/** The database answers. */
@Injectable()
export class DatabaseCheck extends ReadinessCheck {
  override readonly name = 'database';

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async check(): Promise<ReadinessLevel> {
    await this.dataSource.query('select 1');
    return 'up';
  }
}
