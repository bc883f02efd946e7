import { Injectable } from '@nestjs/common';
import { ReferralReception, type ReferralChange } from './ports.js';
import { ReferralChanges } from './referral-changes.js';

/** Writes changes of known referrals, and closes the unit's file of those that are withdrawn. */
@Injectable()
export class WithdrawReferrals {
  constructor(
    private readonly changes: ReferralChanges,
    private readonly reception: ReferralReception,
  ) {}

  /** Changes already decided; inside the caller's unit of work. */
  async writeAll(changes: readonly ReferralChange[]): Promise<void> {
    await this.changes.write(changes);
    await this.reception.close(
      changes.filter(({ before, command }) => command === 'withdraw' && before?.state !== 'draft'),
    );
  }
}
