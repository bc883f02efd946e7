import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, UnitOfWork, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { viewLimits } from '../../domain/service-views.rules.js';
import { ServiceList } from '../../use-cases/ports.js';
import { SERVICE_TABS, type ServiceTab } from '../list/list-search.js';
import { inStates } from '../list/list.presenter.js';
import { PRESENCES_PATH, VOLUNTEERS_PATH } from '../volunteer-words.js';

/** A view of the list of services that waits for somebody of a unit. */
export interface ServiceTask {
  readonly kind: Extract<
    ServiceTab,
    'a-incorporer' | 'a-reprendre' | 'presence-a-dire' | 'fin-proche'
  >;
  readonly href: string;
  readonly count: number;
}

/** What of the services waits for somebody of a unit; the counts are those of the list itself. */
@Injectable()
export class ServiceHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: ServiceList,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** Who is to be incorporated, of whom a month is to be told, who ends soon. Nobody is named. */
  async of(actor: PersonActor): Promise<ServiceTask[]> {
    const unit = await this.organisations.byId(actor.organisation.id);
    const today = localDateIn(this.clock.now(), unit?.timeZone ?? 'Europe/Paris');
    return this.unitOfWork.read(actor, async () => {
      const { total } = await this.list.awaited({}, { limit: 0, offset: 0 });
      const counts = await this.list.counts({}, viewLimits(today));
      return [
        task('a-incorporer', total),
        task('a-reprendre', inStates(counts, SERVICE_TABS['a-reprendre'].view)),
        { kind: 'presence-a-dire', href: PRESENCES_PATH, count: counts.presence },
        task('fin-proche', counts.ends),
      ];
    });
  }
}

function task(kind: ServiceTask['kind'], count: number): ServiceTask {
  return { kind, href: `${VOLUNTEERS_PATH}?onglet=${kind}`, count };
}
