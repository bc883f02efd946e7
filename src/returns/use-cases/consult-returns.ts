import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { ReturnNotFound } from '../domain/errors.js';
import type { ReturnSection } from '../domain/return-views.rules.js';
import {
  ReadMarks,
  ReturnQueries,
  ReturnWorklist,
  type ReturnFilter,
  type ReturnReader,
  type ReturnSummary,
} from './ports.js';
import { fileRead, listRead } from './reading-lines.js';

/** Rows of a page of the worklist (interface.md 10). */
export const RETURNS_PER_PAGE = 50;

/** What of the worklist is asked. */
export interface ReturnWorklistRequest {
  readonly view: ReturnSection;
  readonly reader: ReturnReader;
  readonly page: number;
}

/** Reads returns; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultReturns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ReturnQueries,
    private readonly worklist: ReturnWorklist,
    private readonly marks: ReadMarks,
    private readonly audit: AuditTrail,
  ) {}

  /** One page of the list of the API; `present` runs in the same unit of work. */
  list<T>(
    filter: ReturnFilter,
    limit: number,
    after: Parameters<ReturnQueries['page']>[2],
    actor: Actor,
    present: (items: readonly ReturnSummary[]) => Promise<T[]>,
  ): Promise<{ views: T[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total } = await this.queries.page(filter, limit, after);
      await this.audit.record(listRead(actor, items));
      return { views: await present(items), total };
    });
  }

  /** One page of the worklist and the counts of every view. */
  page<T>(
    { view, reader, page }: ReturnWorklistRequest,
    actor: Actor,
    present: (items: readonly ReturnSummary[]) => Promise<T>,
  ): Promise<{ rows: T; counts: Readonly<Record<ReturnSection, number>> }> {
    const range = { limit: RETURNS_PER_PAGE, offset: (page - 1) * RETURNS_PER_PAGE };
    return this.unitOfWork.read(actor, async () => {
      const counts = await this.worklist.counts(reader);
      const items = await this.worklist.page(view, reader, range);
      await this.audit.record(listRead(actor, items));
      return { rows: await present(items), counts };
    });
  }

  /**
   * One return; opened on a page by somebody of the unit, it is read.
   * @throws ReturnNotFound for an unknown or foreign id
   */
  one<T>(id: string, actor: Actor, present: (summary: ReturnSummary) => Promise<T>): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const summary = await this.queries.one(id);
      if (!summary) throw new ReturnNotFound();
      await this.audit.record(fileRead(actor, summary));
      return present(summary);
    });
  }

  /** Somebody of the unit opened the return: nothing in it is news for them any more. */
  markRead(id: string, actor: Actor): Promise<void> {
    return this.unitOfWork.run(actor, async () => {
      const summary = await this.queries.one(id);
      if (!summary) throw new ReturnNotFound();
      await this.marks.mark(summary.episode, actor.id);
    });
  }
}
