import { Injectable } from '@nestjs/common';
import {
  Clock,
  localDateIn,
  monthOf,
  UnitOfWork,
  type PersonActor,
} from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { ConsultMonth } from '../../use-cases/consult-month.js';

/** How many contracts wait for a look, by the list itself: nobody is named, nothing stands in the journal. */
@Injectable()
export class CejHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consult: ConsultMonth,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  async toWatch(actor: PersonActor): Promise<number> {
    const own = await this.organisations.byId(actor.organisation.id);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    return this.unitOfWork.read(actor, () => this.consult.toWatch(monthOf(today), today));
  }
}
