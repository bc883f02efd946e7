import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of `app.coverage`: a mission locale covers a commune over a period. */
@Entity({ name: 'coverage', schema: 'app' })
export class CoverageEntity {
  @PrimaryColumn('uuid', { name: 'mission_locale_id' })
  missionLocaleId: string;

  @PrimaryColumn('text', { name: 'commune_code' })
  communeCode: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
