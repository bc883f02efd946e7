import { Column, Entity, PrimaryColumn } from 'typeorm';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'candidacy_file_number' };

/** Table `app.unit_file_number`: which candidacy bears a number, kept by the triggers of `app.candidacy`. */
@Entity('unit_file_number')
export class UnitFileNumberEntity {
  @PrimaryColumn('uuid', { name: 'unit_id', ...KEY })
  unitId: string;

  @PrimaryColumn('text', { collation: 'C', ...KEY })
  number: string;

  @Column('uuid', { name: 'candidacy_id' })
  candidacyId: string;
}
