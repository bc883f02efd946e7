import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.return_transfer`: a return proposed to another mission locale. */
@Entity('return_transfer')
@Check(
  'return_transfer_state',
  `state in ('proposed', 'accepted', 'completed', 'refused', 'withdrawn', 'lapsed')`,
)
@Check('return_transfer_elsewhere', `to_ml_id is distinct from ml_id`)
@Check('return_transfer_refused', `(refusal is not null) = (state = 'refused')`)
@Check('return_transfer_completed', `(successor_id is not null) = (state = 'completed')`)
@Check('return_transfer_accepted', `state <> 'completed' or accepted_person_id is not null`)
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'episodeId'], ['unitId', 'id'], {
  name: 'return_transfer_episode',
})
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'episodeId', 'mlId'], ['unitId', 'id', 'mlId'], {
  name: 'return_transfer_episode_both',
})
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'successorId', 'toMlId'], ['unitId', 'id', 'mlId'], {
  name: 'return_transfer_successor',
})
@ForeignKey('YoungPersonEntity', ['toMlId', 'acceptedPersonId'], ['orgId', 'id'], {
  name: 'return_transfer_person',
})
@Unique('return_transfer_in_unit', ['unitId', 'id'])
@Index('return_transfer_pending', ['unitId', 'episodeId'], {
  unique: true,
  where: `state in ('proposed', 'accepted')`,
})
@Index('return_transfer_of', ['episodeId', 'createdAt'])
@Index('return_transfer_from', ['mlId', 'createdAt', 'id'])
@Index('return_transfer_received', ['toMlId', 'createdAt', 'id'])
@Index('return_transfer_followed', ['successorId'], { where: `successor_id is not null` })
export class ReturnTransferEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'return_transfer_pkey' })
  id: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'return_transfer_unit' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  @ForeignKey('OrganisationEntity', { name: 'return_transfer_ml' })
  mlId: string | null;

  @Column('uuid', { name: 'to_ml_id' })
  @ForeignKey('OrganisationEntity', { name: 'return_transfer_to' })
  toMlId: string;

  @Column('uuid', { name: 'episode_id' })
  episodeId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  reason: string;

  @Column('text')
  state: string;

  @Column('text', { nullable: true })
  refusal: string | null;

  @Column('text', { nullable: true })
  cause: string | null;

  @Column('date', { name: 'ends_on' })
  endsOn: LocalDate;

  @Column('date', { name: 'proposed_on' })
  proposedOn: LocalDate;

  @Column('date', { name: 'due_on' })
  dueOn: LocalDate;

  @Column('uuid', { name: 'accepted_person_id', nullable: true })
  acceptedPersonId: string | null;

  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Instant;
}
