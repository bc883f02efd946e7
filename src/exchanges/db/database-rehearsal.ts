import { Injectable } from '@nestjs/common';
import { currentManager } from '../../platform/database/index.js';
import { Rehearsal } from '../use-cases/ports.js';

/** A savepoint that is always rolled back. */
@Injectable()
export class DatabaseRehearsal extends Rehearsal {
  override async run<T>(work: () => Promise<T>): Promise<T> {
    const manager = currentManager();
    await manager.query('savepoint rehearsal');
    const done = await work();
    await manager.query('rollback to savepoint rehearsal');
    await manager.query('release savepoint rehearsal');
    return done;
  }
}
