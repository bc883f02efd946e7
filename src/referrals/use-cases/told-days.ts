import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '../../kernel/index.js';
import { NOTHING_KEPT, type KeptDays, type WorklistDays } from '../domain/worklist.rules.js';
import { KeptDayDisclosure, ReferralWorklist } from './ports.js';

/**
 * The kept days that have come, as far as somebody may be told them: of their own referrals, and of those
 * that nobody is named for. Asked for by the home page and the page it leads to, and by nothing else.
 */
@Injectable()
export class ToldDays {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worklist: ReferralWorklist,
    private readonly disclosure: KeptDayDisclosure,
  ) {}

  async of(actor: Actor, days: WorklistDays): Promise<KeptDays> {
    if (actor.type !== 'person' || actor.role !== 'ml-adviser') return NOTHING_KEPT;
    const masked = await this.unitOfWork.read(actor, () => this.worklist.maskedOf(actor.id));
    if (masked.length === 0) return NOTHING_KEPT;
    return this.disclosure.tell(masked, days, actor);
  }
}
