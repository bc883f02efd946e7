import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  UnitOfWork,
  type Instant,
  type PersonActor,
} from '../../kernel/index.js';
import { EditionNotFound, FiguresNotFound } from '../domain/errors.js';
import type { Period } from '../domain/periods.js';
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
  /** Codes of the indicators that would not read the same today. */
  readonly drift: readonly string[];
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

  /** The years that are over, each with its edition; what was frozen is listed whatever its age. */
  years(actor: PersonActor): Promise<ReportYear[]> {
    return this.unitOfWork.read(actor, async () => {
      const editions = await this.editions.all();
      return this.reader
        .periods()
        .filter(({ isHalf }) => !isHalf)
        .map((period) => ({
          period,
          edition: editions.find(({ year }) => year === period.year) ?? null,
        }));
    });
  }

  /**
   * @param year as an address says it
   * @param what page, pdf, ods, csv
   */
  execute(year: string, what: string, actor: PersonActor): Promise<ReportRead> {
    return this.unitOfWork.run(actor, async () => {
      const period = this.periodOf(year);
      const today = reportOf(await this.reader.counted(period));
      const edition = await this.editions.of(period.year);
      await this.record(year, what, actor);
      return {
        report: edition?.report ?? today,
        readAt: this.clock.now(),
        edition: edition ? describe(edition, today) : null,
      };
    });
  }

  /** The text of an edition, to hash it again elsewhere. */
  text(year: string, actor: PersonActor): Promise<string> {
    return this.unitOfWork.run(actor, async () => {
      const edition = await this.editions.of(this.periodOf(year).year);
      if (!edition) throw new EditionNotFound();
      await this.record(year, 'json', actor);
      return edition.text;
    });
  }

  private periodOf(year: string): Period {
    const period = this.reader.periods().find(({ code }) => code === year);
    if (!period || period.isHalf) throw new FiguresNotFound();
    return period;
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

function describe({ year, frozenAt, sha256, isIntact, report }: Edition, today: Report) {
  return { year, frozenAt, sha256, isIntact, drift: driftOf(report, today) };
}
