import { Injectable } from '@nestjs/common';
import {
  Clock,
  localDateIn,
  TERRITORIES,
  type Instant,
  type LocalDate,
} from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { Figures } from '../domain/figures.js';
import { earlierCut, pastPeriods, yearBefore, type Period } from '../domain/periods.js';
import { Places, type UnitPlace } from '../domain/places.js';
import { KeptFigures } from '../domain/report/edition.js';
import type { FigureSource } from '../domain/report/report.js';
import { EditionShelf, FigureQueries, type Edition } from './ports.js';

/** The figures of a period beside those of a year before. */
export interface FiguresRead {
  readonly places: Places;
  readonly period: Period;
  readonly before: Period;
  readonly figures: FigureSource;
  readonly figuresBefore: FigureSource;
  /** When the figures of the period were frozen; null while they may still move. */
  readonly frozenAt: Instant | null;
}

/** The last of the territories to end a day: what is past there is past everywhere. */
const LAST_ZONE = TERRITORIES.PF.timeZone;

/** Reads figures, masked, inside a scope that somebody else opened and wrote down. */
@Injectable()
export class FigureReader {
  constructor(
    private readonly queries: FigureQueries,
    private readonly editions: EditionShelf,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** The periods that may be asked for, the latest first. */
  periods(): Period[] {
    return pastPeriods(this.today());
  }

  /** The year of an address, when it is over and not so long ago that its figures are no longer drawn up. */
  yearOf(code: string): Period | undefined {
    return this.periods().find((period) => !period.isHalf && period.code === code);
  }

  /** True when the year before is one of those that may still be frozen, and anything was counted of it. */
  async owesYearBefore(period: Period): Promise<boolean> {
    const before = this.yearOf(yearBefore(period).code);
    if (!before) return false;
    const { counts } = await this.queries.of(before.firstOn, before.lastOn);
    return counts.some(({ total }) => total > 0);
  }

  /** What is shown of a period: of a year that was frozen, what was kept. */
  async shown(period: Period): Promise<FiguresRead> {
    const edition = await this.editionOf(period);
    if (!edition) return this.counted(period);
    return {
      places: await this.places(),
      period,
      before: yearBefore(period),
      figures: new KeptFigures(edition.report, 'now'),
      figuresBefore: new KeptFigures(edition.report, 'before'),
      frozenAt: edition.frozenAt,
    };
  }

  /** What would be shown today of a period, frozen or not; a year before that was frozen stays what it is. */
  async counted(period: Period): Promise<FiguresRead> {
    const places = await this.places();
    const before = yearBefore(period);
    const kept = await this.editionOf(before);
    return {
      places,
      period,
      before,
      figures: await this.figuresOf(period, places),
      figuresBefore: kept
        ? new KeptFigures(kept.report, 'now')
        : await this.figuresOf(before, places),
      frozenAt: null,
    };
  }

  private async editionOf({ isHalf, year }: Period): Promise<Edition | undefined> {
    return isHalf ? undefined : this.editions.of(year);
  }

  private async figuresOf(period: Period, places: Places): Promise<Figures> {
    const earlier = earlierCut(period);
    const facts = await this.queries.of(period.firstOn, period.lastOn);
    const known = earlier ? await this.queries.of(earlier.firstOn, earlier.lastOn) : null;
    return new Figures(places, facts, known);
  }

  private async places(): Promise<Places> {
    return new Places((await this.organisations.all('unit')).flatMap(placeOf));
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
