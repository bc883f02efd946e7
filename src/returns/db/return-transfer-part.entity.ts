import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

const KEY = { primaryKeyConstraintName: 'return_transfer_part_pkey' };

/** Table `app.return_transfer_part`: of whom a proposal speaks, each part read by whom it is for. */
@Entity('return_transfer_part')
@ForeignKey('ReturnTransferEntity', ['unitId', 'transferId'], ['unitId', 'id'], {
  name: 'return_transfer_part_of',
})
@Check('return_transfer_part_kind', `kind in ('identity', 'person', 'service')`)
export class ReturnTransferPartEntity {
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @PrimaryColumn('uuid', { name: 'transfer_id', ...KEY })
  transferId: string;

  @PrimaryColumn('text', KEY)
  kind: string;

  @Column('jsonb')
  content: unknown;
}
