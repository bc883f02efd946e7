import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  localDateIn,
  TERRITORIES,
  UnitOfWork,
  type LocalDate,
  type PersonActor,
} from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { Figures } from '../domain/figures.js';
import { earlierCut, pastPeriods, yearBefore, type Period } from '../domain/periods.js';
import { Places, type UnitPlace } from '../domain/places.js';
import { FigureQueries } from './ports.js';

/** The figures of a period beside those of a year before. */
export interface FiguresRead {
  readonly places: Places;
  readonly period: Period;
  readonly before: Period;
  readonly figures: Figures;
  readonly figuresBefore: Figures;
}

/** The last of the territories to end a day: what is past there is past everywhere. */
const LAST_ZONE = TERRITORIES.PF.timeZone;

/** Reads the figures, masked: page, file, report and API show what comes from here and nothing else. */
@Injectable()
export class ReadFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: FigureQueries,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The periods that may be asked for, the latest first. */
  periods(): Period[] {
    return pastPeriods(this.today());
  }

  /** @param what the code of what is read: a page, a file */
  execute(period: Period, what: string, actor: PersonActor): Promise<FiguresRead> {
    return this.unitOfWork.run(actor, async () => {
      const places = new Places((await this.organisations.all('unit')).flatMap(placeOf));
      const before = yearBefore(period);
      const read = {
        places,
        period,
        before,
        figures: await this.figuresOf(period, places),
        figuresBefore: await this.figuresOf(before, places),
      };
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

  private async figuresOf(period: Period, places: Places): Promise<Figures> {
    const earlier = earlierCut(period);
    const facts = await this.queries.of(period.firstOn, period.lastOn);
    const known = earlier ? await this.queries.of(earlier.firstOn, earlier.lastOn) : null;
    return new Figures(places, facts, known);
  }

  private today(): LocalDate {
    return localDateIn(this.clock.now(), LAST_ZONE);
  }
}

/** A unit that never closes its figures: one that is no longer in force keeps its past. */
function placeOf({ id, code, usualName, scheme, territory }: Organisation): UnitPlace[] {
  if (scheme === null) return [];
  return [{ id, code, name: usualName, scheme, territory: TERRITORIES[territory].name }];
}
