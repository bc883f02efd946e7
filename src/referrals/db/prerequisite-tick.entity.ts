import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';

/** Table `app.prerequisite_tick`: when and by whom a box was ticked, for its mission locale alone. */
@Entity('prerequisite_tick')
@ForeignKey('ReferralEntity', ['mlId', 'referralId', 'unitId'], ['mlId', 'id', 'unitId'], {
  name: 'prerequisite_tick_referral',
})
export class PrerequisiteTickEntity {
  @PrimaryColumn('uuid', {
    name: 'referral_id',
    primaryKeyConstraintName: 'prerequisite_tick_pkey',
  })
  referralId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'prerequisite_tick_pkey' })
  code: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('date', { name: 'ticked_on' })
  tickedOn: LocalDate;

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
