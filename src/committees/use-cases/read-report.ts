import { Injectable } from '@nestjs/common';
import { Clock, type Instant, type PersonActor } from '../../kernel/index.js';
import { FiguresNotFound } from '../domain/errors.js';
import { reportOf, type Report } from '../domain/report/report.js';
import { ReadFigures } from './read-figures.js';

/** The report of a year, as it is now. */
export interface ReportRead {
  readonly report: Report;
  readonly readAt: Instant;
}

/** Reads the annual report: of a year that is over. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly figures: ReadFigures,
    private readonly clock: Clock,
  ) {}

  /**
   * @param year as an address says it
   * @param what page, pdf, ods, csv
   */
  async execute(year: string, what: string, actor: PersonActor): Promise<ReportRead> {
    const period = this.figures.periods().find(({ code }) => code === year);
    if (!period || period.isHalf) throw new FiguresNotFound();
    const read = await this.figures.execute(period, `report.${what}`, actor);
    return { report: reportOf(read), readAt: this.clock.now() };
  }
}
