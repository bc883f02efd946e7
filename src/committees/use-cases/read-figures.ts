import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import type { Period } from '../domain/periods.js';
import { FigureReader, type FiguresRead } from './figure-reader.js';

/** Reads the figures, masked: page and file show what comes from here and nothing else. */
@Injectable()
export class ReadFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: FigureReader,
    private readonly audit: AuditTrail,
  ) {}

  /** The periods that may be asked for, the latest first. */
  periods(): Period[] {
    return this.reader.periods();
  }

  /** @param what the code of what is read: a page, a file */
  execute(period: Period, what: string, actor: PersonActor): Promise<FiguresRead> {
    return this.unitOfWork.run(actor, async () => {
      const read = await this.reader.shown(period);
      await this.audit.record({
        actor,
        command: 'indicators.read',
        resource: { type: 'indicators', id: period.code },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'read',
        detail: what,
        people: [],
      });
      return read;
    });
  }
}
