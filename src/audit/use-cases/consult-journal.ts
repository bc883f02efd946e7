import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { JournalForbidden } from '../domain/errors.js';
import {
  reachOf,
  type JournalLine,
  type JournalReach,
  type JournalSearch,
} from '../domain/journal.js';
import { JournalQueries, type JournalPosition } from './ports.js';

/** Lines on one page. */
export const JOURNAL_PAGE_SIZE = 50;
/** Lines are counted up to here: nobody turns more pages, and counting a year costs as much as reading it. */
export const MOST_COUNTED = 10_000;
/** Lines of one export: it is taken away whole or not at all. */
export const LONGEST_JOURNAL_EXPORT = 2_000;

/** A page of the journal. */
export interface JournalPage {
  readonly lines: readonly JournalLine[];
  readonly count: number;
  /** Where older lines begin; null on the last page. */
  readonly next: JournalPosition | null;
}

/** Reads the journal; who looked into it stands in it too (PRV-14). */
@Injectable()
export class ConsultJournal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: JournalQueries,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws JournalForbidden */
  page(
    search: JournalSearch,
    after: JournalPosition | null,
    actor: PersonActor,
  ): Promise<JournalPage> {
    return this.read('journal.search', actor, async (reach) => {
      const limit = JOURNAL_PAGE_SIZE;
      const found = await this.queries.lines(search, reach, { after, limit: limit + 1 });
      const lines = found.slice(0, limit);
      const last = found.length > limit ? lines.at(-1) : undefined;
      const count = await this.queries.count(search, reach, MOST_COUNTED + 1);
      return { lines, count, next: last ? { at: last.position, id: last.id } : null };
    });
  }

  /** Every line of a search; null when there are too many. @throws JournalForbidden */
  all(search: JournalSearch, actor: PersonActor): Promise<readonly JournalLine[] | null> {
    return this.read('journal.export', actor, async (reach) => {
      const limit = LONGEST_JOURNAL_EXPORT + 1;
      const lines = await this.queries.lines(search, reach, { after: null, limit });
      return lines.length === limit ? null : lines;
    });
  }

  /** The reading is told in the journal of the organisation of whoever reads, after it was read. */
  private async read<T>(
    command: string,
    actor: PersonActor,
    work: (reach: JournalReach) => Promise<T>,
  ): Promise<T> {
    const reach = reachOf(actor);
    if (reach === undefined) throw new JournalForbidden();
    return this.unitOfWork.run(actor, async () => {
      const result = await this.unitOfWork.run(actor, () => work(reach), { lens: 'journal' });
      await this.audit.record({
        actor,
        command,
        resource: { type: 'journal', id: 'list' },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'read',
        people: [],
      });
      return result;
    });
  }
}
