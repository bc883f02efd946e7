import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'coverage_pk' };

/** Table `app.coverage`: a mission locale covers a commune over a period. */
@Entity('coverage')
export class CoverageEntity {
  @PrimaryColumn('uuid', { name: 'mission_locale_id', ...KEY })
  @ForeignKey(() => OrganisationEntity, { name: 'coverage_mission_locale' })
  missionLocaleId: string;

  @PrimaryColumn('text', { name: 'commune_code', ...KEY })
  @Index('coverage_commune')
  communeCode: string;

  @PrimaryColumn('date', { name: 'valid_from', ...KEY })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
