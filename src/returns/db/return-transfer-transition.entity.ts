import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.return_transfer_transition`: one line of the history of a proposal. */
@Entity('return_transfer_transition')
@ForeignKey('ReturnTransferEntity', ['unitId', 'transferId'], ['unitId', 'id'], {
  name: 'return_transfer_transition_of',
})
@Index('return_transfer_transition_at', ['transferId', 'recordedAt'])
export class ReturnTransferTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'return_transfer_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'transfer_id' })
  transferId: string;
}
