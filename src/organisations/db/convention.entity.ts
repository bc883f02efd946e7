import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of `app.convention`. */
@Entity({ name: 'convention', schema: 'app' })
export class ConventionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'mission_locale_id' })
  missionLocaleId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { array: true })
  duties: string[];
}
