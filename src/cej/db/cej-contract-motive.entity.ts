import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Table `app.cej_contract_motive`: why a contract was extended or ended, for its mission locale alone. */
@Entity('cej_contract_motive')
@ForeignKey('CejContractEntity', ['mlId', 'contractId'], ['mlId', 'id'], {
  name: 'cej_contract_motive_contract',
})
export class CejContractMotiveEntity {
  @PrimaryColumn('uuid', {
    name: 'contract_id',
    primaryKeyConstraintName: 'cej_contract_motive_pkey',
  })
  contractId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('text', { name: 'extension_motive', nullable: true })
  extensionMotive: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  @Column('text', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;
}
