import { ApiProperty } from '@nestjs/swagger';
import type { DoorFault } from '../catalogue/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';

/** A fault or remark of the whole file, in the words of the catalogue. */
export class DoorFaultView {
  @ApiProperty({ description: 'Pointeur JSON dans le manifeste' })
  readonly pointer: string;
  @ApiProperty({ example: 'row-count' })
  readonly code: string;
  @ApiProperty({ type: String, nullable: true })
  readonly precision: string | null;
  @ApiProperty({ example: 'BLOQUANT_FICHIER' })
  readonly niveau: string;
  @ApiProperty({ type: Number, nullable: true })
  readonly ligne: number | null;
  @ApiProperty()
  readonly detail: string;
  @ApiProperty()
  readonly correction: string;
  @ApiProperty()
  readonly regle: string;
}

/** AEE: the file is registered (contract.md 2). */
export class ReceiptView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ example: 'AEE-2026-0001234' })
  readonly aee: string;
  @ApiProperty({ format: 'date-time' })
  readonly receivedAt: string;
  @ApiProperty()
  readonly sha256: string;
  @ApiProperty()
  readonly bytes: number;
  @ApiProperty({ type: String, nullable: true })
  readonly encoding: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly separator: string | null;
  @ApiProperty({ type: Number, nullable: true })
  readonly rows: number | null;
  @ApiProperty({ type: Boolean, nullable: true })
  readonly onTime: boolean | null;
  @ApiProperty({ type: [DoorFaultView], description: 'Remarques, sans effet sur le dépôt' })
  readonly remarks: readonly DoorFaultView[];
}

/** The receipt of a registered file. */
export function receiptView(file: ExchangeFile): ReceiptView {
  return {
    id: file.id,
    aee: file.number,
    receivedAt: file.receivedAt,
    sha256: file.sha256,
    bytes: file.bytes,
    encoding: file.encoding,
    separator: file.separator,
    rows: file.rows,
    onTime: file.isOnTime,
    remarks: file.faults.map(faultView),
  };
}

/** ARE: the file is refused at the door, as an RFC 9457 document (contract.md 2). */
export function refusalProblem(file: ExchangeFile) {
  const [first] = file.faults;
  const code = first?.code ?? 'FICHIER_REFUSE';
  return {
    type: `/problems/${code}`,
    title: 'Fichier refusé',
    status: statusOf(code),
    detail: first?.message ?? 'Le fichier est refusé.',
    instance: `urn:uuid:${file.correlationId}`,
    code,
    id: file.id,
    are: file.number,
    receivedAt: file.receivedAt,
    errors: file.faults.map(faultView),
    correlationId: file.correlationId,
  };
}

/** What a door fault says to whoever sent the file. */
export function faultView(fault: DoorFault): DoorFaultView {
  return {
    pointer: fault.pointer ?? '',
    code: fault.code,
    precision: fault.precision ?? null,
    niveau: fault.level,
    ligne: fault.line ?? null,
    detail: fault.message,
    correction: fault.correction,
    regle: fault.rule,
  };
}

function statusOf(code: string): number {
  if (code === 'TAILLE_EXCESSIVE') return 413;
  return code === 'DEBIT_EXCESSIF' ? 429 : 422;
}
