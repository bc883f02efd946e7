import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.cej_contract_transition`: one line of the history of a contract, for its mission locale alone. */
@Entity('cej_contract_transition')
@ForeignKey('CejContractEntity', ['mlId', 'contractId'], ['mlId', 'id'], {
  name: 'cej_contract_transition_contract',
})
@Index('cej_contract_transition_of', ['contractId', 'recordedAt'])
export class CejContractTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'cej_contract_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'contract_id' })
  contractId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  /** The facts as they were from then on. */
  @Column('jsonb')
  said: object;
}
