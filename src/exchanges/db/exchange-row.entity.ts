import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'exchange_row_pk' };

/** Table `app.exchange_row`: what became of one row of a file; a trigger ties it to it. */
@Entity('exchange_row')
@Index('exchange_row_refused', ['naturalKey'], { where: `state = 'R'` })
@Check('exchange_row_state', `state in ('A', 'I', 'V', 'P', 'R')`)
export class ExchangeRowEntity {
  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'file_id', ...KEY })
  fileId: string;

  @PrimaryColumn('int', { ...KEY })
  line: number;

  @Column('int', { name: 'row_id', nullable: true })
  rowId: number | null;

  @Column('text', { name: 'natural_key', nullable: true })
  naturalKey: string | null;

  @Column('text')
  state: string;

  @Column('uuid', { name: 'resource_id', nullable: true })
  resourceId: string | null;

  @Column('uuid', { name: 'recipient_id', nullable: true })
  recipientId: string | null;

  @Column('bigint', { name: 'byte_start' })
  byteStart: number;

  @Column('bigint', { name: 'byte_end' })
  byteEnd: number;

  /** The file of the slot that took it back. */
  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy: string | null;
}
