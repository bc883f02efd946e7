import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExchangeFileEntity } from './exchange-file.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'exchange_anomaly_pk' };

/** Table `app.exchange_anomaly`: one anomaly of a file or of a row. */
@Entity('exchange_anomaly')
@Index('exchange_anomaly_of_line', ['fileId', 'line'])
@ForeignKey(() => ExchangeFileEntity, ['orgId', 'fileId'], ['orgId', 'id'], {
  name: 'exchange_anomaly_file',
})
export class ExchangeAnomalyEntity {
  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'file_id', ...KEY })
  fileId: string;

  @PrimaryColumn('int', { ...KEY })
  number: number;

  @Column('int', { nullable: true })
  line: number | null;

  @Column('int', { name: 'row_id', nullable: true })
  rowId: number | null;

  @Column('text', { name: 'column_name', nullable: true })
  columnName: string | null;

  @Column('int', { nullable: true })
  position: number | null;

  @Column('text')
  type: string;

  @Column('text')
  code: string;

  @Column('text', { nullable: true })
  precision: string | null;

  @Column('text')
  level: string;

  @Column('text', { nullable: true })
  value: string | null;

  @Column('text')
  message: string;

  @Column('text')
  correction: string;

  @Column('text', { nullable: true })
  rule: string | null;

  @Column('text', { name: 'cascade_of', nullable: true })
  cascadeOf: string | null;

  @Column('text', { name: 'suggested_value', nullable: true })
  suggestedValue: string | null;
}
