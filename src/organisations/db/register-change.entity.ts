import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'register_change_pk' };

/** Table `app.register_change`: one value of an organisation before and after an act. */
@Entity('register_change')
@Index('register_change_latest', ['organisationId', 'recordedAt'])
export class RegisterChangeEntity {
  @PrimaryColumn('uuid', { name: 'act_id', ...KEY })
  actId: string;

  @PrimaryColumn('uuid', { name: 'organisation_id', ...KEY })
  @ForeignKey(() => OrganisationEntity, { name: 'register_change_organisation' })
  organisationId: string;

  @PrimaryColumn('text', { ...KEY })
  field: string;

  @Column('text', { nullable: true })
  before: string | null;

  @Column('text', { nullable: true })
  after: string | null;

  @Column('text', { name: 'actor_type' })
  actorType: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'acting_role' })
  actingRole: string;

  @Column('text')
  channel: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: string;
}
