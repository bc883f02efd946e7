import { Module } from '@nestjs/common';
import { DatabaseCheck } from './database-check.js';
import { MigrationsCheck } from './migrations-check.js';
import { QueueCheck } from './queue-check.js';

const CHECKS = [DatabaseCheck, MigrationsCheck, QueueCheck];

/** What a process needs to be ready. */
@Module({ providers: CHECKS, exports: CHECKS })
export class HealthChecksModule {}
