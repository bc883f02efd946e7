import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of `app.organisation`. */
@Entity({ name: 'organisation', schema: 'app' })
export class OrganisationEntity {
  @PrimaryColumn('uuid')
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

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
