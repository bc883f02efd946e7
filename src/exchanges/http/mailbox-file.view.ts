import { ApiProperty } from '@nestjs/swagger';
import { ACKNOWLEDGEMENT_STATUSES, MAILBOX_STATES } from '../domain/mailbox-file.js';
import type { Acknowledgement, MailboxFile } from '../domain/mailbox-file.js';

/** A file waiting for the organisation (contract.md 2). */
export class MailboxFileView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ example: 'ORI_P_PASSERELLE_2026-11_000001_I_v1.csv' })
  readonly fileName: string;
  @ApiProperty({ example: 'ORI' })
  readonly flow: string;
  @ApiProperty({ enum: ['P', 'T'] })
  readonly mode: string;
  @ApiProperty({ example: '2026-11' })
  readonly period: string;
  @ApiProperty({ enum: ['I', 'C', 'S'] })
  readonly nature: string;
  @ApiProperty({ minimum: 1 })
  readonly rows: number;
  @ApiProperty({ format: 'date-time' })
  readonly availableAt: string;
  @ApiProperty({ format: 'date-time' })
  readonly expiresAt: string;
  @ApiProperty({ enum: MAILBOX_STATES })
  readonly state: string;
}

/** A row the recipient did not take. */
export class AcknowledgedRowView {
  @ApiProperty({ minimum: 1 })
  readonly line: number;
  @ApiProperty()
  readonly code: string;
}

/** What the recipient did with the file. */
export class AcknowledgementView {
  @ApiProperty({ enum: ACKNOWLEDGEMENT_STATUSES })
  readonly status: string;
  @ApiProperty({ type: [AcknowledgedRowView] })
  readonly rows: readonly AcknowledgedRowView[];
}

/** A file on its own. */
export class MailboxFileDetailView extends MailboxFileView {
  @ApiProperty({ minimum: 1 })
  readonly sequence: number;
  @ApiProperty()
  readonly sha256: string;
  @ApiProperty()
  readonly bytes: number;
  @ApiProperty({ type: AcknowledgementView, nullable: true })
  readonly acknowledgement: Acknowledgement | null;
}

/** The view of a file in a list. */
export function mailboxFileView(file: MailboxFile): MailboxFileView {
  const { id, fileName, flow, mode, period, nature, rows, availableAt, expiresAt, state } = file;
  return { id, fileName, flow, mode, period, nature, rows, availableAt, expiresAt, state };
}

/** The view of a file on its own. */
export function mailboxFileDetailView(file: MailboxFile): MailboxFileDetailView {
  const { sequence, sha256, bytes, acknowledgement } = file;
  return { ...mailboxFileView(file), sequence, sha256, bytes, acknowledgement };
}
