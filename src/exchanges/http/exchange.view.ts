import { ApiProperty } from '@nestjs/swagger';
import {
  codesToConfirm,
  EXCHANGE_FILE_STATES,
  type ExchangeFile,
  type ReportHead,
} from '../domain/exchange-file.js';
import { saidFault } from '../report/index.js';
import { DoorFaultView } from './receipt.view.js';

/** What became of the rows; `read` is the sum of the others once they are processed. */
export class RowCountersView {
  @ApiProperty()
  readonly read: number;
  @ApiProperty()
  readonly applied: number;
  @ApiProperty()
  readonly unchanged: number;
  @ApiProperty()
  readonly inReview: number;
  @ApiProperty()
  readonly stale: number;
  @ApiProperty()
  readonly rejected: number;
}

/** The head of a report. */
export class ReportHeadView {
  @ApiProperty({ example: 'CRM-2026-0004711' })
  readonly number: string;
  @ApiProperty({ enum: ['PROVISOIRE', 'DEFINITIF', 'A_CONFIRMER'] })
  readonly stage: ReportHead['stage'];
  @ApiProperty({ enum: [0, 1, 2, 3] })
  readonly code: number;
}

/** A deposited file in the ledger of its emitter: it names nobody. */
export class ExchangeView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ type: String, nullable: true, example: 'AEE-2026-0001234' })
  readonly aee: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'ARE-2026-0001235' })
  readonly are: string | null;
  @ApiProperty({ enum: EXCHANGE_FILE_STATES })
  readonly state: string;
  @ApiProperty({ description: 'Étape présente du traitement' })
  readonly step: string;
  @ApiProperty({ type: String, nullable: true })
  readonly flow: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['P', 'T'] })
  readonly mode: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly period: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly nature: string | null;
  @ApiProperty({ type: Number, nullable: true })
  readonly sequence: number | null;
  @ApiProperty({ type: String, nullable: true })
  readonly fileName: string | null;
  @ApiProperty()
  readonly sha256: string;
  @ApiProperty()
  readonly bytes: number;
  @ApiProperty({ type: Number, nullable: true })
  readonly rows: number | null;
  @ApiProperty({ type: Boolean, nullable: true })
  readonly onTime: boolean | null;
  @ApiProperty({ enum: ['api', 'spool', 'page'] })
  readonly channel: string;
  @ApiProperty({ format: 'date-time' })
  readonly receivedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly appliedAt: string | null;
  @ApiProperty({ type: ReportHeadView, nullable: true })
  readonly report: ReportHeadView | null;
  @ApiProperty({ type: RowCountersView })
  readonly counters: RowCountersView;
  @ApiProperty({ type: [DoorFaultView] })
  readonly faults: readonly DoorFaultView[];
  @ApiProperty({ type: [String], description: 'Codes que la commande confirm attend' })
  readonly toConfirm: readonly string[];
  @ApiProperty({ type: [String], enum: ['confirm'], isArray: true })
  readonly availableCommands: readonly string[];
}

/** A file whose report is not ready. */
export class ReportStepView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty()
  readonly step: string;
}

/** The view of a file of the ledger. */
export function exchangeView(file: ExchangeFile): ExchangeView {
  const isRefused = file.state === 'refused';
  const isHeld = file.state === 'held';
  return {
    id: file.id,
    aee: isRefused ? null : file.number,
    are: isRefused ? file.number : null,
    state: file.state,
    step: file.step,
    flow: file.place?.flow ?? null,
    mode: file.place?.mode ?? null,
    period: file.place?.period ?? null,
    nature: file.place?.nature ?? null,
    sequence: file.place?.sequence ?? null,
    fileName: file.fileName,
    sha256: file.sha256,
    bytes: file.bytes,
    rows: file.rows,
    onTime: file.isOnTime,
    channel: file.channel,
    receivedAt: file.receivedAt,
    appliedAt: file.appliedAt,
    report: file.report,
    counters: file.counters,
    faults: file.faults.map(saidFault),
    toConfirm: isHeld ? codesToConfirm(file) : [],
    availableCommands: isHeld ? ['confirm'] : [],
  };
}
