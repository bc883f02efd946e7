import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.cej_contract_transition`: one line of the history of a contract, for its mission locale alone. */
@Entity('cej_contract_transition')
@ForeignKey('CejContractEntity', ['mlId', 'contractId'], ['mlId', 'id'], {
  name: 'cej_contract_transition_contract',
})
@Index('cej_contract_transition_of', ['contractId', 'recordedAt'])
export class CejContractTransitionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'cej_contract_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'contract_id' })
  contractId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('text')
  command: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn: LocalDate;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Instant;

  @Column('text', { name: 'actor_type' })
  actorType: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'acting_role' })
  actingRole: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('text')
  channel: string;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('int', { name: 'file_line', nullable: true })
  fileLine: number | null;

  /** The facts as they were from then on. */
  @Column('jsonb')
  said: object;
}
