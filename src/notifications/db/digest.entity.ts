import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';
import type { Digest } from '../domain/digest.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'digest_pk' };
const WAITING = 'content is not null and sent_at is null and given_up_at is null';

/** Table `app.digest`: what an account was written on a civil day of its own. */
@Entity('digest')
@Index('digest_waiting', ['notedAt'], { where: WAITING })
export class DigestEntity {
  @PrimaryColumn('uuid', { name: 'account_id', ...KEY })
  @ForeignKey('AccountEntity', { name: 'digest_account' })
  accountId: string;

  @PrimaryColumn('date', { ...KEY })
  day: LocalDate;

  /** Null: the day was looked at and nothing was worth a message. */
  @Column('jsonb', { nullable: true })
  content: Digest | null;

  @Column('timestamptz', { name: 'noted_at' })
  notedAt: Instant;

  @Column('timestamptz', { name: 'tried_at', nullable: true })
  triedAt: Instant | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Instant | null;

  @Column('timestamptz', { name: 'given_up_at', nullable: true })
  givenUpAt: Instant | null;
}
