import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PendingDepositEntity } from './pending-deposit.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'pending_content_pk' };

/** Table `app.pending_content`: the bytes of a file not deposited yet, in sealed parts. */
@Entity('pending_content')
@ForeignKey(() => PendingDepositEntity, ['orgId', 'fileId'], ['orgId', 'id'], {
  name: 'pending_content_deposit',
  onDelete: 'CASCADE',
})
export class PendingContentEntity {
  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'file_id', ...KEY })
  fileId: string;

  @PrimaryColumn('int', { ...KEY })
  part: number;

  @Column('int', { name: 'key_version' })
  keyVersion: number;

  @Column('bytea')
  bytes: Buffer;
}
