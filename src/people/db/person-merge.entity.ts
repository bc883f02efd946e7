import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { YoungPersonEntity } from './young-person.entity.js';

/**
 * Table `app.person_merge`: two files of an organisation said to be one person. While it is
 * confirmed, the merged file points to the one that is kept; both stay as they were.
 */
@Entity('person_merge')
@Check('person_merge_state', `state in ('proposed', 'confirmed', 'refused', 'undone')`)
@Check('person_merge_pair', 'kept_id <> merged_id')
@Check('person_merge_two_people', 'decided_by <> proposed_by')
@Check('person_merge_decided', `state = 'proposed' or decided_by is not null`)
@ForeignKey(() => YoungPersonEntity, ['orgId', 'keptId'], ['orgId', 'id'], {
  name: 'person_merge_kept',
})
@ForeignKey(() => YoungPersonEntity, ['orgId', 'mergedId'], ['orgId', 'id'], {
  name: 'person_merge_merged',
})
@Index('person_merge_pointer', ['orgId', 'mergedId'], {
  unique: true,
  where: `state in ('proposed', 'confirmed')`,
})
@Index('person_merge_list', ['orgId', 'proposedAt', 'id'])
@Index('person_merge_of_kept', ['orgId', 'keptId'], { where: `state = 'confirmed'` })
@Index('person_merge_into', ['keptId'], { where: `state = 'confirmed'` })
@Index('person_merge_from', ['mergedId'], { where: `state = 'confirmed'` })
export class PersonMergeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_merge_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  @ForeignKey('OrganisationEntity', { name: 'person_merge_org' })
  orgId: string;

  @Column('uuid', { name: 'kept_id' })
  keptId: string;

  @Column('uuid', { name: 'merged_id' })
  mergedId: string;

  @Column('text')
  state: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy: string;

  @Column({ type: 'timestamptz', name: 'proposed_at', precision: 3, default: () => 'now()' })
  proposedAt: Instant;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Instant | null;

  @Column('text', { name: 'undone_by', nullable: true })
  undoneBy: string | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Instant | null;
}
