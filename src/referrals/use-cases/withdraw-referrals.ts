import { Injectable } from '@nestjs/common';
import { ReferralReception, type ReferralChange } from './ports.js';
import { ReferralChanges } from './referral-changes.js';

/**
 * Writes changes of known referrals; the unit's file is closed with those that are withdrawn, and opened
 * again with those whose withdrawal is taken back.
 */
@Injectable()
export class WithdrawReferrals {
  constructor(
    private readonly changes: ReferralChanges,
    private readonly reception: ReferralReception,
  ) {}

  /** Changes already decided; inside the caller's unit of work. */
  async writeAll(changes: readonly ReferralChange[]): Promise<void> {
    await this.changes.write(changes);
    const isWithdrawn = (state: string | undefined): boolean => state === 'withdrawn';
    const sent = changes.filter(({ before }) => before !== null && before.state !== 'draft');
    await this.reception.close(
      sent.filter(({ before, after }) => !isWithdrawn(before?.state) && isWithdrawn(after.state)),
    );
    await this.reception.reopen(
      sent.filter(({ before, after }) => isWithdrawn(before?.state) && !isWithdrawn(after.state)),
    );
  }
}
