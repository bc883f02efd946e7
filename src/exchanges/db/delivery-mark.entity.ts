import { Column, Entity, PrimaryColumn } from 'typeorm';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'delivery_mark_pk' };

/** Table `app.delivery_mark`: which version of a record an organisation was last told. */
@Entity('delivery_mark')
export class DeliveryMarkEntity {
  @PrimaryColumn('uuid', { name: 'org_id', ...KEY })
  orgId: string;

  @PrimaryColumn('text', { ...KEY })
  flow: string;

  @PrimaryColumn('uuid', { name: 'resource_id', ...KEY })
  resourceId: string;

  @Column('int')
  version: number;

  @Column('uuid', { name: 'mailbox_file_id' })
  mailboxFileId: string;

  /** What the line said that may change with no new version of the record. */
  @Column('text', { nullable: true })
  said: string | null;
}
