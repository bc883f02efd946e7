import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DeliveryPartEntity } from './delivery-part.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'delivery_line_pk' };

/** Table `app.delivery_line`: the record a line of an outbound file tells, and whether it was taken. */
@Entity('delivery_line')
@ForeignKey(() => DeliveryPartEntity, ['fileId', 'emitterId'], ['fileId', 'emitterId'], {
  name: 'delivery_line_part',
})
@Index('delivery_line_resource', ['emitterId', 'resourceId'])
export class DeliveryLineEntity {
  /** The recipient. */
  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'file_id', ...KEY })
  fileId: string;

  /** Physical line, header = 1. */
  @PrimaryColumn('int', { ...KEY })
  line: number;

  @Column('uuid', { name: 'emitter_id' })
  emitterId: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId: string;

  @Column('text', { name: 'refused_code', nullable: true })
  refusedCode: string | null;
}
