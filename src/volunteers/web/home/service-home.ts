import { Injectable } from '@nestjs/common';
import { UnitOfWork, type PersonActor } from '../../../kernel/index.js';
import { ServiceList } from '../../use-cases/ports.js';
import { SERVICE_TABS, type ServiceTab } from '../list/list-search.js';
import { VOLUNTEERS_PATH } from '../volunteer-words.js';

/** A view of the list of services that waits for somebody of a unit. */
export interface ServiceTask {
  readonly kind: Extract<ServiceTab, 'a-incorporer' | 'a-reprendre'>;
  readonly href: string;
  readonly count: number;
}

/** What of the services waits for somebody of a unit; the counts are those of the list itself. */
@Injectable()
export class ServiceHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: ServiceList,
  ) {}

  /** Selected candidates to incorporate, and those who did not come that day. Nobody is named. */
  of(actor: PersonActor): Promise<ServiceTask[]> {
    return this.unitOfWork.read(actor, async () => {
      const { total } = await this.list.awaited({}, { limit: 0, offset: 0 });
      const counts = await this.list.counts({});
      const missed = SERVICE_TABS['a-reprendre'].states.map((state) => counts.get(state) ?? 0);
      return [
        task('a-incorporer', total),
        task(
          'a-reprendre',
          missed.reduce((sum, count) => sum + count, 0),
        ),
      ];
    });
  }
}

function task(kind: ServiceTask['kind'], count: number): ServiceTask {
  return { kind, href: `${VOLUNTEERS_PATH}?onglet=${kind}`, count };
}
