import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { MailboxFileEntity } from './mailbox-file.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'delivery_part_pk' };

/** Table `app.delivery_part`: what of a file made for a recipient comes from one emitter. */
@Entity('delivery_part')
@Check('delivery_part_state', `state in ('available', 'downloaded', 'acknowledged', 'expired')`)
@ForeignKey(() => MailboxFileEntity, ['orgId', 'fileId'], ['orgId', 'id'], {
  name: 'delivery_part_file',
})
@Index('delivery_part_sent', ['emitterId', 'availableAt', 'fileId'])
export class DeliveryPartEntity {
  /** The recipient. */
  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'file_id', ...KEY })
  fileId: string;

  @PrimaryColumn('uuid', { name: 'emitter_id', ...KEY })
  @ForeignKey('OrganisationEntity', { name: 'delivery_part_emitter' })
  emitterId: string;

  @Column('text')
  flow: string;

  @Column('text')
  mode: string;

  @Column('text')
  period: string;

  @Column('int', { name: 'row_count' })
  rowCount: number;

  @Column('int', { name: 'refused_count', default: 0 })
  refusedCount: number;

  @Column('timestamptz', { name: 'available_at' })
  availableAt: Instant;

  @Column('text')
  state: string;

  @Column('text', { nullable: true })
  status: string | null;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Instant | null;
}
