import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  UnitOfWork,
  type Instant,
  type PersonActor,
} from '../../kernel/index.js';
import { EditionNotFound, FiguresNotFound } from '../domain/errors.js';
import { wholeYear, type Period } from '../domain/periods.js';
import { driftOf } from '../domain/report/edition.js';
import { reportOf, type Report } from '../domain/report/report.js';
import { FigureReader } from './figure-reader.js';
import { EditionShelf, type Edition, type EditionLine } from './ports.js';

/** The report of a year: what was frozen, or what it is now. */
export interface ReportRead {
  readonly report: Report;
  readonly readAt: Instant;
  readonly edition: EditionRead | null;
}

/** What is known of a frozen report besides what it says. */
export interface EditionRead extends EditionLine {
  readonly isIntact: boolean;
  /**
   * Codes of the indicators that would not read the same today; null of a year so long ago that what was
   * told of it is no longer all kept.
   */
  readonly drift: readonly string[] | null;
}

/** A year with its edition, when it has one. */
export interface ReportYear {
  readonly period: Period;
  readonly edition: EditionLine | null;
}

/** Reads the annual report: of a year that is over. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: FigureReader,
    private readonly editions: EditionShelf,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The years that are over, each with its edition, the latest first; what was frozen whatever its age. */
  years(actor: PersonActor): Promise<ReportYear[]> {
    return this.unitOfWork.read(actor, async () => {
      const editions = await this.editions.all();
      const frozen = editions.map((edition) => ({ period: wholeYear(edition.year), edition }));
      const others = this.reader
        .periods()
        .filter(({ isHalf, year }) => !isHalf && !editions.some((one) => one.year === year))
        .map((period) => ({ period, edition: null }));
      return [...frozen, ...others].toSorted((one, other) => other.period.year - one.period.year);
    });
  }

  /**
   * @param year as an address says it
   * @param what page, pdf, ods, csv
   */
  execute(year: string, what: string, actor: PersonActor): Promise<ReportRead> {
    return this.unitOfWork.run(actor, async () => {
      const period = this.reader.yearOf(year);
      const edition = await this.editionOf(year);
      const today = period ? reportOf(await this.reader.counted(period)) : null;
      const report = edition?.report ?? today;
      if (!report) throw new FiguresNotFound();
      await this.record(year, what, actor);
      return {
        report,
        readAt: this.clock.now(),
        edition: edition ? describe(edition, today) : null,
      };
    });
  }

  /** The text of an edition, to hash it again elsewhere. */
  text(year: string, actor: PersonActor): Promise<string> {
    return this.unitOfWork.run(actor, async () => {
      const edition = await this.editionOf(year);
      if (!edition && !this.reader.yearOf(year)) throw new FiguresNotFound();
      if (!edition) throw new EditionNotFound();
      await this.record(year, 'json', actor);
      return edition.text;
    });
  }

  /** What was frozen of the year of an address, however long ago. */
  private async editionOf(year: string): Promise<Edition | undefined> {
    return /^\d{4}$/.test(year) ? this.editions.of(Number(year)) : undefined;
  }

  private record(year: string, what: string, actor: PersonActor): Promise<void> {
    return this.audit.record({
      actor,
      command: 'report.read',
      resource: { type: 'report', id: year },
      organisationId: actor.organisation.id,
      effectiveOn: null,
      result: 'read',
      detail: what,
      people: [],
    });
  }
}

function describe(
  { year, frozenAt, sha256, isIntact, report }: Edition,
  today: Report | null,
): EditionRead {
  return { year, frozenAt, sha256, isIntact, drift: today && driftOf(report, today) };
}
