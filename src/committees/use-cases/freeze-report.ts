import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { EditionAlreadyFrozen, FiguresNotFound } from '../domain/errors.js';
import type { Period } from '../domain/periods.js';
import { reportOf } from '../domain/report/report.js';
import { FigureReader } from './figure-reader.js';
import { EditionShelf } from './ports.js';

/** Freezes the report of a year, for ever: nothing undoes it, and nobody freezes it again. */
@Injectable()
export class FreezeReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: FigureReader,
    private readonly editions: EditionShelf,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What would be frozen, when it still can be. */
  ask(year: string, actor: PersonActor): Promise<Period> {
    return this.unitOfWork.read(actor, async () => {
      const period = this.periodOf(year);
      if (await this.editions.of(period.year)) throw new EditionAlreadyFrozen(period.year);
      return period;
    });
  }

  execute(year: string, actor: PersonActor): Promise<void> {
    return this.unitOfWork.run(actor, async () => {
      const period = this.periodOf(year);
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
    });
  }

  private periodOf(year: string): Period {
    const period = this.reader.periods().find(({ code }) => code === year);
    if (!period || period.isHalf) throw new FiguresNotFound();
    return period;
  }
}
