import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';

/** Table `app.privacy_notice`: a version of the information notice and the days on which it may be given. */
@Entity('privacy_notice')
export class PrivacyNoticeEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'privacy_notice_pkey' })
  version: string;

  @Column('date', { name: 'valid_from' })
  validFrom: LocalDate;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: LocalDate | null;
}
