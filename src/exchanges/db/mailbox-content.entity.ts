import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MailboxFileEntity } from './mailbox-file.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'mailbox_content_pk' };

/** Table `app.mailbox_content`: the bytes of a file made for an organisation, in sealed parts. */
@Entity('mailbox_content')
@ForeignKey(() => MailboxFileEntity, ['orgId', 'fileId'], ['orgId', 'id'], {
  name: 'mailbox_content_file',
})
export class MailboxContentEntity {
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
