import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor, type LocalDate } from '../../kernel/index.js';
import { CandidacyNotFound } from '../domain/errors.js';
import { WORKLIST_PAGE_SIZE } from './consult-unit-worklist.js';
import { listRead } from './reading-lines.js';
import { Convocations, type CandidacySummary, type ConvocationDay, type Range } from './ports.js';

type Present<T> = (items: readonly CandidacySummary[]) => Promise<T>;

/** Reads who was convoked together; each reading of names leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultConvocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly convocations: Convocations,
    private readonly audit: AuditTrail,
  ) {}

  /** A page of the days on which somebody waits for an outcome: no name in it. */
  waiting(page: number, actor: Actor): Promise<{ days: ConvocationDay[]; total: number }> {
    return this.unitOfWork.read(actor, () => this.convocations.waiting(rangeOf(page)));
  }

  /** A page of those of one day; `present` runs in the same unit of work. */
  day<T>(
    day: LocalDate,
    page: number,
    actor: Actor,
    present: Present<T>,
  ): Promise<{ rows: T; total: number; waiting: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total, waiting } = await this.convocations.of(day, rangeOf(page));
      await this.audit.record(listRead(actor, items));
      return { rows: await present(items), total, waiting };
    });
  }

  /**
   * Files in the order of their ids, as they are now.
   * @throws CandidacyNotFound when one is unknown or foreign
   */
  files<T>(ids: readonly string[], actor: Actor, present: Present<T>): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const found = await this.convocations.byIds(ids);
      const byId = new Map(found.map((one) => [one.candidacy.id, one]));
      const items = ids.map((id) => {
        const item = byId.get(id);
        if (!item) throw new CandidacyNotFound();
        return item;
      });
      await this.audit.record(listRead(actor, items));
      return present(items);
    });
  }
}

function rangeOf(page: number): Range {
  return { limit: WORKLIST_PAGE_SIZE, offset: (page - 1) * WORKLIST_PAGE_SIZE };
}
