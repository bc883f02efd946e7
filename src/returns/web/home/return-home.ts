import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, UnitOfWork, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { ReturnWorklist } from '../../use-cases/ports.js';
import { Transfers } from '../../use-cases/transfer-ports.js';
import { hrefOf, TRANSFERS_PATH } from '../worklist/worklist-search.js';

/** A view of the worklist of returns that waits for somebody. */
export interface ReturnTask {
  readonly kind: 'to-acknowledge' | 'late' | 'prepared' | 'news' | 'unattached' | 'transfers';
  readonly href: string;
  readonly count: number;
}

/** What of the returns waits for somebody; the counts are those of the lists themselves. */
@Injectable()
export class ReturnHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worklist: ReturnWorklist,
    private readonly transfers: Transfers,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** For the mission locale, what it has to do; for the unit, what it has not read. Nobody is named. */
  async of(actor: PersonActor): Promise<ReturnTask[]> {
    const own = await this.organisations.byId(actor.organisation.id);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    const isOfUnit = actor.organisation.kind === 'unit';
    return this.unitOfWork.read(actor, async () => {
      const counts = await this.worklist.counts({ today, readerId: isOfUnit ? actor.id : null });
      if (isOfUnit) {
        return [
          { kind: 'news', href: hrefOf('nouveaux'), count: counts.news },
          { kind: 'unattached', href: hrefOf('a-rattacher'), count: counts.unattached },
        ];
      }
      return [
        { kind: 'late', href: hrefOf('en-retard'), count: counts.late },
        { kind: 'to-acknowledge', href: hrefOf('a-accuser'), count: counts['to-acknowledge'] },
        {
          kind: 'transfers',
          href: TRANSFERS_PATH,
          count: await this.transfers.countReceived(actor.organisation.id),
        },
        { kind: 'prepared', href: hrefOf('a-preparer'), count: counts.prepared },
      ];
    });
  }
}
