import { ApiProperty } from '@nestjs/swagger';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { acceptanceOf, refusalOf } from '../report/index.js';

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
  return acceptanceOf(file);
}

/** ARE: the file is refused at the door, as an RFC 9457 document (contract.md 2). */
export function refusalProblem(file: ExchangeFile) {
  const refusal = refusalOf(file);
  return {
    type: `/problems/${refusal.code}`,
    title: 'Fichier refusé',
    status: statusOf(refusal.code),
    instance: `urn:uuid:${file.correlationId}`,
    ...refusal,
    correlationId: file.correlationId,
  };
}

function statusOf(code: string): number {
  if (code === 'TAILLE_EXCESSIVE') return 413;
  return code === 'DEBIT_EXCESSIF' ? 429 : 422;
}
