import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DigestFrequency } from '../domain/digest-frequency.js';

/** Table `app.mail_preference`: how often an account wants the digest; without a line, the usual. */
@Entity('mail_preference')
@Check('mail_preference_frequency', `frequency in ('QUOTIDIEN', 'HEBDOMADAIRE', 'JAMAIS')`)
export class MailPreferenceEntity {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'mail_preference_pkey' })
  @ForeignKey('AccountEntity', { name: 'mail_preference_account' })
  accountId: string;

  @Column('text')
  frequency: DigestFrequency;
}
