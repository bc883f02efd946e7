import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ExchangeFileEntity } from './exchange-file.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'exchange_content_pk' };

/** Table `app.exchange_content`: the bytes of a deposit, in sealed parts. */
@Entity('exchange_content')
@ForeignKey(() => ExchangeFileEntity, ['orgId', 'fileId'], ['orgId', 'id'], {
  name: 'exchange_content_file',
})
export class ExchangeContentEntity {
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
