import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Outbox, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { EditionAlreadyFrozen, FiguresNotFound } from '../domain/errors.js';
import type { Period } from '../domain/periods.js';
import { freezingRefusal } from '../domain/report/freezing.rules.js';
import { reportOf } from '../domain/report/report.js';
import { FigureReader } from './figure-reader.js';
import { EditionShelf } from './ports.js';

/** The event of a report that was frozen; its subject is the year. */
export const REPORT_FROZEN = 'report.frozen.v1';

/** Freezes the report of a year, for ever: nothing undoes it, and nobody freezes it again. */
@Injectable()
export class FreezeReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: FigureReader,
    private readonly editions: EditionShelf,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What would be frozen, when it can be. */
  ask(year: string, actor: PersonActor): Promise<Period> {
    return this.unitOfWork.read(actor, () => this.freezable(year));
  }

  execute(year: string, actor: PersonActor): Promise<void> {
    return this.unitOfWork.run(actor, async () => {
      const period = await this.freezable(year);
      const report = reportOf(await this.reader.counted(period));
      const content = { year: period.year, frozenAt: this.clock.now(), report };
      if (!(await this.editions.keep(content))) throw new EditionAlreadyFrozen(period.year);
      await this.audit.record({
        actor,
        command: 'report.freeze',
        resource: { type: 'report', id: year },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'done',
        people: [],
      });
      await this.outbox.publish({
        name: REPORT_FROZEN,
        organisationId: actor.organisation.id,
        subjectId: year,
        payload: { year: period.year },
        correlationId: actor.correlationId,
      });
    });
  }

  private async freezable(year: string): Promise<Period> {
    const period = this.reader.yearOf(year);
    if (!period) throw new FiguresNotFound();
    const refusal = freezingRefusal({
      year: period.year,
      frozen: (await this.editions.all()).map((edition) => edition.year),
      owesYearBefore: await this.reader.owesYearBefore(period),
    });
    if (refusal) throw refusal;
    return period;
  }
}
