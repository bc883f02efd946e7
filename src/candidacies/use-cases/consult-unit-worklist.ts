import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import type { CandidacyState } from '../domain/candidacy.js';
import { listRead } from './reading-lines.js';
import { UnitSilences, type Reminder } from './unit-silences.js';
import {
  UnitWorklist,
  type CandidacySummary,
  type WorklistFilter,
  type WorklistOrder,
} from './ports.js';

/** What of the worklist is asked. */
export interface WorklistRequest {
  readonly filter: Omit<WorklistFilter, 'unansweredSince'>;
  /** Only those of which the unit is reminded; null for all. */
  readonly reminder: Reminder | null;
  readonly states: readonly CandidacyState[];
  readonly order: WorklistOrder;
  readonly page: number;
}

/** Rows of a page of the worklist (interface.md 10). */
export const WORKLIST_PAGE_SIZE = 50;

/** Reads the worklist of a unit; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultUnitWorklist {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worklist: UnitWorklist,
    private readonly silences: UnitSilences,
    private readonly audit: AuditTrail,
  ) {}

  /** One page and the counts of every state; `present` runs in the same unit of work. */
  async execute<T>(
    { filter: asked, reminder, states, order, page }: WorklistRequest,
    actor: Actor,
    present: (items: readonly CandidacySummary[]) => Promise<T>,
  ): Promise<{ rows: T; counts: ReadonlyMap<CandidacyState, number> }> {
    const range = { limit: WORKLIST_PAGE_SIZE, offset: (page - 1) * WORKLIST_PAGE_SIZE };
    return this.unitOfWork.read(actor, async () => {
      const filter =
        reminder === null
          ? asked
          : { ...asked, unansweredSince: await this.sentUntil(reminder, actor) };
      const counts = await this.worklist.counts(filter);
      const items = await this.worklist.page(filter, states, order, range);
      await this.audit.record(listRead(actor, items));
      return { rows: await present(items), counts };
    });
  }

  private sentUntil(reminder: Reminder, { organisation }: Actor) {
    return this.silences.sentUntil(reminder, organisation?.id ?? '');
  }
}
