import { ApiProperty } from '@nestjs/swagger';
import { ACKNOWLEDGEMENT_STATUSES, MAILBOX_STATES } from '../domain/mailbox-file.js';
import { ROW_DELIVERY_STATES, rowDeliveryState, type RowDelivery } from '../domain/row-delivery.js';
import type { SentFile } from '../use-cases/consult-sent-files.js';

/** What of an outbound file comes from the caller, and what its recipient did with it (ADR). */
export class SentFileView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ example: '97411S00', description: 'Code du destinataire' })
  readonly recipient: string;
  @ApiProperty({ example: 'SUI' })
  readonly flow: string;
  @ApiProperty({ enum: ['P', 'T'] })
  readonly mode: string;
  @ApiProperty({ example: '2026-11' })
  readonly period: string;
  @ApiProperty({ minimum: 1, description: 'Lignes qui viennent de vous' })
  readonly rows: number;
  @ApiProperty({ minimum: 0 })
  readonly refusedRows: number;
  @ApiProperty({ format: 'date-time' })
  readonly availableAt: string;
  @ApiProperty({ enum: MAILBOX_STATES })
  readonly state: string;
  @ApiProperty({ enum: ACKNOWLEDGEMENT_STATUSES, nullable: true })
  readonly status: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly acknowledgedAt: string | null;
}

/** What a recipient made of a row. */
export class RowDeliveryView {
  @ApiProperty({ minimum: 2, description: 'Ligne physique du fichier déposé, en-tête = 1' })
  readonly line: number;
  @ApiProperty({ enum: ROW_DELIVERY_STATES })
  readonly state: string;
  @ApiProperty({ format: 'date-time' })
  readonly availableAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'Code donné par le destinataire' })
  readonly code: string | null;
}

/** The view of a file. */
export function sentFileView(file: SentFile): SentFileView {
  const { id, recipient, flow, mode, period, rows, refusedRows } = file;
  const { availableAt, state, status, acknowledgedAt } = file;
  const place = { id, recipient, flow, mode, period, rows, refusedRows };
  return { ...place, availableAt, state, status, acknowledgedAt };
}

/** The view of a row. */
export function rowDeliveryView(row: RowDelivery): RowDeliveryView {
  const { line, availableAt, refusedCode: code } = row;
  return { line, state: rowDeliveryState(row), availableAt, code };
}
