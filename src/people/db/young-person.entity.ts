import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.young_person`: a young person, on the files of one organisation. */
@Entity('young_person')
@Check('young_person_sex', `sex in ('F', 'M', 'I')`)
@Unique('young_person_in_org', ['orgId', 'id'])
@Index('young_person_imilo', ['orgId', 'imiloId'], { unique: true, where: 'imilo_id is not null' })
@Index('young_person_traits', [
  ...['orgId', 'birthDate', 'nameKey', 'firstNameKey', 'birthPlaceCode', 'id'],
])
@Index('young_person_names', [
  ...['orgId', 'nameKey', 'firstNameKey', 'birthDate', 'id', 'birthPlaceCode'],
])
@Index(
  'young_person_sound',
  [
    ...['orgId', 'nameSound', 'sex', 'birthDate', 'id', 'nameKey', 'firstNameKey'],
    'birthPlaceCode',
  ],
  { where: `name_sound <> ''` },
)
export class YoungPersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'young_person_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  @ForeignKey('OrganisationEntity', { name: 'young_person_org' })
  orgId: string;

  @Column('text', { name: 'birth_name' })
  birthName: string;

  @Column('text', { name: 'usage_name', nullable: true })
  usageName: string | null;

  @Column('text', { name: 'first_names', array: true })
  firstNames: string[];

  @Column('text', { nullable: true })
  sex: string | null;

  @Column('text', { name: 'birth_date' })
  birthDate: string;

  @Column('text', { name: 'birth_place_code', nullable: true })
  birthPlaceCode: string | null;

  @Column('text', { name: 'birth_place_label', nullable: true })
  birthPlaceLabel: string | null;

  @Column('text', { name: 'name_key' })
  nameKey: string;

  @Column('text', { name: 'first_name_key' })
  firstNameKey: string;

  /** How the surname sounds, for blocking only. */
  @Column('text', { name: 'name_sound', default: '' })
  nameSound: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { name: 'address_complement', nullable: true })
  addressComplement: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode: string | null;

  @Column('text', { name: 'commune_code', nullable: true })
  communeCode: string | null;

  @Column('text', { name: 'priority_district', nullable: true })
  priorityDistrict: string | null;

  @Column('text', { name: 'imilo_id', nullable: true })
  imiloId: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Instant;
}
