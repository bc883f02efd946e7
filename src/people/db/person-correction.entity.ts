import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { YoungPersonEntity } from './young-person.entity.js';

/** Table `app.person_correction`: one field of a young person as it was, and as it was corrected. */
@Entity('person_correction')
@ForeignKey(() => YoungPersonEntity, ['orgId', 'personId'], ['orgId', 'id'], {
  name: 'person_correction_person',
})
@Index('person_correction_of', ['personId', 'correctedAt'])
export class PersonCorrectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_correction_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** The same for all that was corrected at once. */
  @Column('uuid', { name: 'correction_id' })
  correctionId: string;

  @Column('text')
  field: string;

  @Column('text', { nullable: true })
  before: string | null;

  @Column('text', { nullable: true })
  after: string | null;

  @Column({
    type: 'timestamptz',
    name: 'corrected_at',
    precision: 3,
    default: () => 'clock_timestamp()',
  })
  correctedAt: Instant;

  @Column('text', { name: 'actor_type' })
  actorType: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'acting_role' })
  actingRole: string;

  @Column('text')
  channel: string;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('int', { name: 'file_line', nullable: true })
  fileLine: number | null;
}
