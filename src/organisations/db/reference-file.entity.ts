import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Table `app.reference_file`: a file of reference data that waits, or was applied. */
@Entity('reference_file')
@Check(
  'reference_file_set',
  `set_name in ('organismes', 'conventions', 'couverture', 'delais', 'prerequis')`,
)
@Check('reference_file_applied', `(number is null) = (applied_at is null)`)
@Unique('reference_file_number', ['setName', 'number'])
export class ReferenceFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reference_file_pkey' })
  id: string;

  @Column('text', { name: 'set_name' })
  setName: string;

  @Column('text')
  sha256: string;

  @Column('bytea')
  content: Buffer;

  @Column('int', { name: 'row_count' })
  rowCount: number;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: string | null;

  @Column('text', { name: 'put_by' })
  putBy: string;

  @Column('timestamptz', { name: 'put_at' })
  putAt: string;

  @Column('int', { nullable: true })
  number: number | null;

  @Column('text', { name: 'applied_by', nullable: true })
  appliedBy: string | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt: string | null;

  @Column('int', { nullable: true })
  added: number | null;

  @Column('int', { nullable: true })
  changed: number | null;

  @Column('int', { nullable: true })
  ended: number | null;
}
