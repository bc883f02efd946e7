import { ApiProperty } from '@nestjs/swagger';
import { NOTICE_AUDIENCES, NOTICE_KINDS, type Notice } from '../domain/calendar/notice.js';
import { noticeText } from '../domain/calendar/notice-text.js';

/** A reminder or a warning about files (exchange.md 7.h). It names nobody. */
export class NoticeView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ enum: NOTICE_KINDS })
  readonly kind: string;
  @ApiProperty({ enum: NOTICE_AUDIENCES })
  readonly audience: string;
  @ApiProperty({ type: String, nullable: true, example: 'SUI' })
  readonly flow: string | null;
  @ApiProperty({ type: String, nullable: true, example: '2026-11' })
  readonly period: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Premier numéro de séquence absent' })
  readonly sequence: number | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly fileId: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly fileName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code de l’autre organisme' })
  readonly partner: string | null;
  @ApiProperty({ format: 'date-time' })
  readonly dueAt: string;
  @ApiProperty({ format: 'date-time' })
  readonly issuedAt: string;
  @ApiProperty()
  readonly message: string;
  @ApiProperty()
  readonly correction: string;
}

/** The view of a notice. */
export function noticeView(notice: Notice): NoticeView {
  const { id, kind, audience, flow, period, sequence, fileId, fileName, partner } = notice;
  const about = { id, kind, audience, flow, period, sequence, fileId, fileName, partner };
  const { dueAt, issuedAt } = notice;
  return { ...about, dueAt, issuedAt, ...noticeText(notice) };
}
