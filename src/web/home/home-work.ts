import { Injectable } from '@nestjs/common';
import { UnitHome, type UnitTask } from '../../candidacies/index.js';
import { ExchangeHome, type ExchangeWork } from '../../exchanges/index.js';
import type { PersonActor, Role } from '../../kernel/index.js';
import { ReferralHome, type ReferralWork } from '../../referrals/index.js';

/** What waits for somebody, feature by feature; null where the role has no part in it. */
export interface WorkFound {
  readonly referrals: ReferralWork | null;
  readonly unit: readonly UnitTask[] | null;
  readonly exchanges: ExchangeWork | null;
}

const ADVISERS: readonly Role[] = ['ml-adviser', 'ml-manager'];
const DECIDERS: readonly Role[] = ['recruiter', 'unit-manager'];
const OPERATORS: readonly Role[] = ['exchange-operator'];

/** Asks each feature what waits for a role, and nothing else. */
@Injectable()
export class HomeWork {
  constructor(
    private readonly referrals: ReferralHome,
    private readonly unit: UnitHome,
    private readonly exchanges: ExchangeHome,
  ) {}

  async of(actor: PersonActor): Promise<WorkFound> {
    const { role } = actor;
    return {
      referrals: ADVISERS.includes(role) ? await this.referrals.of(actor) : null,
      unit: DECIDERS.includes(role) ? await this.unit.of(actor) : null,
      exchanges: OPERATORS.includes(role) ? await this.exchanges.of(actor) : null,
    };
  }
}
