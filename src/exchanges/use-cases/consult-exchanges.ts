import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, UnitOfWork } from '../../kernel/index.js';
import type { Actor, Instant } from '../../kernel/index.js';
import { ExchangeFileNotFound, TestForgotten } from '../domain/exchange-errors.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { isForgotten } from '../domain/test-keeping.js';
import type { RowAnomaly } from '../flow/index.js';
import type { AnomalyGroup } from '../report/index.js';
import {
  ExchangeLedger,
  type AnomalyPage,
  type AnomalyPosition,
  type ExchangeFilter,
} from './ports.js';

const PAGE = 5_000;
/** Of the numbers of anomalies in the ledger. */
const GREATEST_NUMBER = 2 ** 31 - 1;

/** A file and what was found in its rows, counted. */
export interface ExchangeReport {
  readonly file: ExchangeFile;
  readonly groups: readonly AnomalyGroup[];
  /** By line, root causes first; one page in memory at a time. */
  readonly anomalies: AsyncIterable<RowAnomaly>;
}

/** Reads the ledger for the organisation that sent the files. */
@Injectable()
export class ConsultExchanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: ExchangeLedger,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One page, the latest files first; they name nobody. */
  list(
    filter: ExchangeFilter,
    limit: number,
    after: { receivedAt: Instant; id: string } | null,
    actor: Actor,
  ): Promise<{ items: ExchangeFile[]; total: number }> {
    return this.unitOfWork.run(actor, () => this.ledger.page(filter, limit, after));
  }

  /** @throws ExchangeFileNotFound for an unknown or foreign id */
  one(id: string, actor: Actor): Promise<ExchangeFile> {
    return this.unitOfWork.run(actor, () => this.found(id));
  }

  /**
   * Opens a report. Its values are those of people: each opening is in the journal (PRV-14).
   * @throws ExchangeFileNotFound for an unknown or foreign id
   * @throws TestForgotten for a test older than seven days
   */
  report(id: string, actor: Actor): Promise<ExchangeReport> {
    return this.unitOfWork.run(actor, async () => {
      const file = await this.found(id);
      if (isForgotten(file, this.clock.now())) throw new TestForgotten();
      await this.audit.record({
        actor,
        command: 'exchange.report',
        resource: { type: 'exchange-file', id },
        organisationId: file.organisationId,
        effectiveOn: null,
        result: 'read',
        // A report holds lines and codes, and values that a row sent: nobody's file (ADR 27).
        people: [],
      });
      const groups = await this.ledger.anomalyGroups(id);
      return { file, groups, anomalies: this.anomalies(id, actor) };
    });
  }

  /** Those after a line. A transaction per page: a slow reader holds none open. */
  async *anomalies(id: string, actor: Actor, afterLine = 0): AsyncGenerator<RowAnomaly> {
    let after: AnomalyPosition | null = endOfLine(afterLine);
    do {
      const page: AnomalyPage = await this.page(id, after, actor);
      yield* page.items;
      after = page.next;
    } while (after);
  }

  private page(id: string, after: AnomalyPosition | null, actor: Actor): Promise<AnomalyPage> {
    return this.unitOfWork.run(actor, () => this.ledger.anomalyPage(id, after, PAGE));
  }

  private async found(id: string): Promise<ExchangeFile> {
    const file = await this.ledger.byId(id);
    if (!file) throw new ExchangeFileNotFound();
    return file;
  }
}

/** After the last anomaly a line may have; nothing for the start of the file. */
function endOfLine(line: number): AnomalyPosition | null {
  return line === 0 ? null : { line, isCascade: true, number: GREATEST_NUMBER };
}
