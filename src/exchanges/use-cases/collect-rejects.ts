import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import {
  ExchangeFileNotFound,
  RejectsUnavailable,
  TestForgotten,
} from '../domain/exchange-errors.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { isForgotten } from '../domain/test-keeping.js';
import type { Flow } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import { rejectedRows } from '../report/index.js';
import { ConsultExchanges } from './consult-exchanges.js';
import { ExchangeLedger } from './ports.js';
import { StoredContent } from './stored-content.js';

/** The rejects of a file, in pieces of text. */
export interface Rejects {
  readonly fileName: string;
  readonly pieces: AsyncIterable<string>;
}

/** A file, and which of its rows were rejected. */
export interface OpenedRejects {
  readonly file: ExchangeFile;
  readonly flow: Flow;
  readonly lines: ReadonlySet<number> | null;
}

const PROCESSED: readonly ExchangeFile['state'][] = ['applied', 'closed', 'rejected'];

/** Gives an emitter its rejected rows back, to correct and send again as nature C. */
@Injectable()
export class CollectRejects {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: ExchangeLedger,
    private readonly content: StoredContent,
    private readonly consult: ConsultExchanges,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ExchangeFileNotFound for an unknown or foreign id
   * @throws TestForgotten for a test older than seven days
   * @throws RejectsUnavailable before the rows are processed, or when the door refused the file
   */
  async execute(id: string, actor: Actor): Promise<Rejects> {
    const { file, flow, lines } = await this.open(id, actor);
    const parts = this.content.table(file, actor);
    const anomalies = this.consult.anomalies(id, actor);
    const fileName = `REJETS_${file.fileName ?? `${file.number}.csv`}`;
    return { fileName, pieces: rejectedRows({ flow, parts, lines, anomalies }) };
  }

  /**
   * Which rows of a file were rejected; each opening is in the journal (PRV-14).
   * @returns no lines when the whole file was rejected
   * @throws the same as `execute`
   */
  open(id: string, actor: Actor): Promise<OpenedRejects> {
    return this.unitOfWork.run(actor, () => this.opened(id, actor));
  }

  private async opened(id: string, actor: Actor): Promise<OpenedRejects> {
    const file = await this.ledger.byId(id);
    if (!file) throw new ExchangeFileNotFound();
    if (isForgotten(file, this.clock.now())) throw new TestForgotten();
    const flow = file.place ? flowNamed(file.place.flow) : undefined;
    if (!flow || !PROCESSED.includes(file.state)) throw new RejectsUnavailable();
    await this.audit.record({
      actor,
      command: 'exchange.rejects',
      resource: { type: 'exchange-file', id },
      organisationId: file.organisationId,
      effectiveOn: null,
      result: 'read',
      // A row that was refused is nobody's file (ADR 27).
      people: [],
    });
    if (file.state === 'rejected') return { file, flow, lines: null };
    const rows = await this.ledger.rows(id, ['R']);
    return { file, flow, lines: new Set(rows.map(({ line }) => line)) };
  }
}
