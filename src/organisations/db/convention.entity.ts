import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** Table `app.convention`: a mission locale and a unit that work together over a period. */
@Entity('convention')
@Unique('convention_pair', ['missionLocaleId', 'unitId', 'validFrom'])
export class ConventionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'convention_pkey' })
  id: string;

  @Column('uuid', { name: 'mission_locale_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'convention_mission_locale' })
  missionLocaleId: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'convention_unit' })
  @Index('convention_unit_index')
  unitId: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { array: true })
  duties: string[];
}
