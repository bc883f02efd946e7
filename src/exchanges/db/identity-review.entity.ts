import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { ExchangeFileEntity } from './exchange-file.entity.js';

/** Table `app.identity_review`: a doubtful identity that waits for a person. */
@Entity('identity_review')
@Check(
  'identity_review_state',
  `state in ('open', 'same-person', 'different-persons', 'undecidable')`,
)
@ForeignKey(() => ExchangeFileEntity, ['orgId', 'fileId'], ['orgId', 'id'], {
  name: 'identity_review_file',
})
@Unique('identity_review_row', ['fileId', 'line'])
@Index('identity_review_open', ['orgId', 'openedAt'], { where: `state = 'open'` })
export class IdentityReviewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identity_review_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'file_id' })
  fileId: string;

  @Column('int')
  line: number;

  @Column('text')
  flow: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'candidate_ids', array: true })
  candidateIds: string[];

  @Column('text')
  state: string;

  @Column('uuid', { name: 'chosen_id', nullable: true })
  chosenId: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3, default: () => 'now()' })
  openedAt: Instant;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Instant | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  /** First anomaly of the report that tells of the decision. */
  @Column('int', { name: 'settled_from', nullable: true })
  settledFrom: number | null;

  /** How its person could be reached before its row was applied. */
  @Column('jsonb', { name: 'contact_before', nullable: true })
  contactBefore: object | null;
}
