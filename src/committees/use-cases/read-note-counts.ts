import { Injectable } from '@nestjs/common';
import {
  addMonths,
  AuditTrail,
  Clock,
  firstDay,
  localDateIn,
  monthOf,
  UnitOfWork,
  type LocalDate,
  type PersonActor,
} from '../../kernel/index.js';
import { NoteCounts, type NoteCount } from './note-counts.js';

/** Months of contingents that the committee reads together. */
const MONTHS = 12;

/** What was counted, and of which contingents. */
export interface NoteCountsRead {
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly counts: readonly NoteCount[];
}

/** Reads what worked and what is to improve, over the last twelve months of contingents (F17). */
@Injectable()
export class ReadNoteCounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notes: NoteCounts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: PersonActor): Promise<NoteCountsRead> {
    const now = monthOf(localDateIn(this.clock.now(), 'Europe/Paris'));
    const [firstOn, lastOn] = [firstDay(addMonths(now, 1 - MONTHS)), firstDay(now)];
    return this.unitOfWork.run(actor, async () => {
      const counts = await this.notes.of(firstOn, lastOn);
      await this.audit.record({
        actor,
        command: 'indicators.read',
        resource: { type: 'indicators', id: 'bilans' },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'read',
        detail: 'page',
        people: [],
      });
      return { firstOn, lastOn, counts };
    });
  }
}
