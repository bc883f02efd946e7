import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.identity_verdict`: what a human said of an identity and a person on file. */
@Entity('identity_verdict')
@Check('identity_verdict_says', `says in ('same', 'different')`)
@Index('identity_verdict_pair', ['orgId', 'personId', 'identityKey'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Index('identity_verdict_review', ['reviewId'])
export class IdentityVerdictEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identity_verdict_pkey' })
  id: string;

  /** The organisation that was asked; its verdict binds nobody else. */
  @Column('uuid', { name: 'org_id' })
  @ForeignKey('OrganisationEntity', { name: 'identity_verdict_org' })
  orgId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text', { name: 'identity_key' })
  identityKey: string;

  @Column('text')
  says: string;

  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  @Column('text', { name: 'said_by' })
  saidBy: string;

  @Column('timestamptz', { name: 'said_at', default: () => 'now()' })
  saidAt: Instant;

  @Column('text', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Instant | null;
}
