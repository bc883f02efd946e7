import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Organisation } from '../domain/organisation.js';

/** Table `app.organisation`: a mission locale, a unit or a national body. */
@Entity('organisation')
@Unique('organisation_code', ['code'])
@Check('organisation_kind', `kind in ('mission-locale', 'unit', 'national')`)
@Check('organisation_scheme', `scheme in ('SMA', 'SMV')`)
export class OrganisationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' })
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  kind: 'mission-locale' | 'unit' | 'national';

  @Column('text', { nullable: true })
  scheme: 'SMA' | 'SMV' | null;

  @Column('text')
  name: string;

  @Column('text', { name: 'usual_name' })
  usualName: string;

  @Column('text')
  territory: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('text', { nullable: true })
  siret: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { name: 'service_email', nullable: true })
  serviceEmail: string | null;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode: string | null;

  @Column('text', { nullable: true })
  town: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('int', { default: 1 })
  version: number;

  /** The row as the project shipped it last. */
  @Column('jsonb', { nullable: true })
  shipped: Organisation | null;
}
