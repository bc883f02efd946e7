import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.report_edition`: the report of a year as it was frozen; a trigger refuses every change. */
@Entity('report_edition')
@Check('report_edition_hash', `sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')`)
export class ReportEditionEntity {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'report_edition_pkey' })
  year: number;

  @Column('timestamptz', { name: 'frozen_at' })
  frozenAt: Instant;

  /** The text that was hashed, byte for byte. */
  @Column('text')
  content: string;

  @Column('text')
  sha256: string;
}
