import { Injectable } from '@nestjs/common';
import { UnitOfWork, type PersonActor } from '../../../kernel/index.js';
import { Convocations, UnitWorklist } from '../../use-cases/ports.js';
import { BATCH_PATH } from '../batch/batch.presenter.js';
import { hrefOf, readSearch, WORKLIST_TABS } from '../worklist/worklist-search.js';

/** A view of the worklist that waits for somebody. */
export interface UnitTask {
  readonly label: string;
  readonly href: string;
  readonly count: number;
}

/** Days of convocation rather than files. */
export const TOGETHER = 'Résultats à saisir ensemble';

const WAITING = ['a-evaluer', 'a-convoquer', 'resultat'] as const;

/** What waits for a unit; the counts are those of the list itself. */
@Injectable()
export class UnitHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worklist: UnitWorklist,
    private readonly convocations: Convocations,
  ) {}

  of(actor: PersonActor): Promise<UnitTask[]> {
    return this.unitOfWork.read(actor, async () => {
      const counts = await this.worklist.counts({});
      const files = WAITING.map((tab) => {
        const { label, states } = WORKLIST_TABS[tab];
        const count = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
        return { label, href: hrefOf(readSearch({}), { tab }), count };
      });
      const { total } = await this.convocations.waiting({ limit: 0, offset: 0 });
      return [...files, { label: TOGETHER, href: BATCH_PATH, count: total }];
    });
  }
}
