import { Injectable } from '@nestjs/common';
import { UnitOfWork, type PersonActor, type Role } from '../../../kernel/index.js';
import { Convocations, UnitWorklist } from '../../use-cases/ports.js';
import { BATCH_PATH } from '../batch/batch.presenter.js';
import { hrefOf, readSearch, WORKLIST_TABS } from '../worklist/worklist-search.js';

const WAITING = ['a-evaluer', 'a-convoquer', 'resultat'] as const;

/** A view of the worklist that waits for somebody. */
export interface UnitTask {
  /** A tab of the worklist, or the days of convocation whose outcomes are recorded together. */
  readonly kind: (typeof WAITING)[number] | 'ensemble';
  readonly href: string;
  readonly count: number;
}

/** What each role of a unit acts upon; the others read only. */
const KINDS: Partial<Readonly<Record<Role, readonly UnitTask['kind'][]>>> = {
  recruiter: [...WAITING, 'ensemble'],
  'unit-manager': [...WAITING, 'ensemble'],
  'medical-office': ['resultat', 'ensemble'],
};

/** What waits for somebody of a unit; the counts are those of the list itself. */
@Injectable()
export class UnitHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worklist: UnitWorklist,
    private readonly convocations: Convocations,
  ) {}

  async of(actor: PersonActor): Promise<UnitTask[]> {
    const kinds = KINDS[actor.role] ?? [];
    if (kinds.length === 0) return [];
    const tasks = await this.all(actor);
    return tasks.filter(({ kind }) => kinds.includes(kind));
  }

  private all(actor: PersonActor): Promise<UnitTask[]> {
    return this.unitOfWork.read(actor, async () => {
      const counts = await this.worklist.counts({});
      const files = WAITING.map((tab): UnitTask => {
        const { states } = WORKLIST_TABS[tab];
        const count = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
        return { kind: tab, href: hrefOf(readSearch({}), { tab }), count };
      });
      const { total } = await this.convocations.waiting({ limit: 0, offset: 0 });
      return [...files, { kind: 'ensemble', href: BATCH_PATH, count: total }];
    });
  }
}
