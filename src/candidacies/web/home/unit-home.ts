import { Injectable } from '@nestjs/common';
import { UnitOfWork, type PersonActor, type Role } from '../../../kernel/index.js';
import { Convocations, UnitWorklist } from '../../use-cases/ports.js';
import { UnitSilences } from '../../use-cases/unit-silences.js';
import { BATCH_PATH } from '../batch/batch.presenter.js';
import {
  hrefOf,
  readSearch,
  REMINDERS,
  WORKLIST_TABS,
  type ReminderWord,
} from '../worklist/worklist-search.js';

const WAITING = ['a-evaluer', 'a-convoquer', 'resultat'] as const;

/** A view of the worklist that waits for somebody. */
export interface UnitTask {
  /** A tab or a reminder of the worklist, or the days whose outcomes are recorded together. */
  readonly kind: ReminderWord | (typeof WAITING)[number] | 'ensemble';
  readonly href: string;
  readonly count: number;
}

/**
 * What each role of a unit acts upon; the others read only. A silence climbs: recruiters are reminded of
 * it, then their manager is.
 */
const KINDS: Partial<Readonly<Record<Role, readonly UnitTask['kind'][]>>> = {
  recruiter: ['relancees', ...WAITING, 'ensemble'],
  'unit-manager': ['signalees', ...WAITING, 'ensemble'],
  'medical-office': ['resultat', 'ensemble'],
};

/** What waits for somebody of a unit; the counts are those of the list itself. */
@Injectable()
export class UnitHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worklist: UnitWorklist,
    private readonly convocations: Convocations,
    private readonly silences: UnitSilences,
  ) {}

  async of(actor: PersonActor): Promise<UnitTask[]> {
    const kinds = KINDS[actor.role] ?? [];
    if (kinds.length === 0) return [];
    const tasks = await this.all(actor, kinds);
    return tasks.filter(({ kind }) => kinds.includes(kind));
  }

  private all(actor: PersonActor, kinds: readonly UnitTask['kind'][]): Promise<UnitTask[]> {
    return this.unitOfWork.read(actor, async () => {
      const counts = await this.worklist.counts({});
      const files = WAITING.map((tab): UnitTask => {
        const { states } = WORKLIST_TABS[tab];
        const count = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
        return { kind: tab, href: hrefOf(readSearch({}), { tab }), count };
      });
      const { total } = await this.convocations.waiting({ limit: 0, offset: 0 });
      return [
        ...(await this.silent(actor, kinds)),
        ...files,
        { kind: 'ensemble', href: BATCH_PATH, count: total },
      ];
    });
  }

  private async silent(actor: PersonActor, kinds: readonly string[]): Promise<UnitTask[]> {
    const asked = (Object.keys(REMINDERS) as ReminderWord[]).filter((one) => kinds.includes(one));
    const tasks: UnitTask[] = [];
    for (const kind of asked) {
      const { reminder } = REMINDERS[kind];
      const unansweredSince = await this.silences.sentUntil(reminder, actor.organisation.id);
      const counts = await this.worklist.counts({ unansweredSince });
      const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
      tasks.push({ kind, href: hrefOf(readSearch({}), { tab: 'toutes', reminder: kind }), count });
    }
    return tasks;
  }
}
