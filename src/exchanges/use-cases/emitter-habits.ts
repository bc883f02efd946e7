import { Injectable } from '@nestjs/common';
import { addMillis, Clock } from '../../kernel/index.js';
import { doorFault, type DoorFault } from '../catalogue/index.js';
import { checkVolume, EARLIER_PHOTOS } from '../deposit/index.js';
import type { DepositReading } from './judge-deposit.js';
import { EmitterHistory } from './history-ports.js';

/** Time over which deposits are counted, in seconds, and what a caller then waits. */
export const DEPOSIT_WINDOW_SECONDS = 60;

/** Deposits by API that one organisation may make in a minute. */
export class DepositQuota {
  constructor(readonly perMinute: number) {}
}

/** Judges a deposit by what its emitter sent before: how often, and how much. */
@Injectable()
export class EmitterHabits {
  constructor(
    private readonly history: EmitterHistory,
    private readonly quota: DepositQuota,
    private readonly clock: Clock,
  ) {}

  /** Too many deposits in a minute (exchange.md 6.1 #16); inside a unit of work of the emitter. */
  async haste(organisationId: string): Promise<DoorFault | null> {
    const since = addMillis(this.clock.now(), -DEPOSIT_WINDOW_SECONDS * 1_000);
    const count = await this.history.depositsSince(organisationId, since);
    if (count < this.quota.perMinute) return null;
    return doorFault('DEBIT_EXCESSIF', { secondes: DEPOSIT_WINDOW_SECONDS });
  }

  /** A photo much longer or shorter than usual: never notices, corrections nor tests (contract.md 3). */
  async drift(organisationId: string, { name, measure }: DepositReading): Promise<DoorFault[]> {
    const rows = measure?.measured?.rows;
    if (!name || rows === undefined || name.mode !== 'P') return [];
    if (name.nature !== 'I' && name.nature !== 'R') return [];
    const { flow, period } = name;
    const earlier = await this.history.rowsOfPhotos(organisationId, flow, period, EARLIER_PHOTOS);
    return checkVolume(rows, earlier);
  }
}
