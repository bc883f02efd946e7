import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.offer_sheet`: one version of what a unit offers. */
@Entity('offer_sheet')
@Check('offer_sheet_state', `state in ('published', 'replaced')`)
@Check('offer_sheet_replaced', `(state = 'replaced') = (replaced_at is not null)`)
@Unique('offer_sheet_number', ['unitId', 'number'])
@Index('offer_sheet_in_force', ['unitId'], { unique: true, where: `(state = 'published')` })
export class OfferSheetEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'offer_sheet_pkey' })
  id: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'offer_sheet_unit' })
  unitId: string;

  @Column('int')
  number: number;

  @Column('text')
  state: string;

  @Column('text', { array: true })
  tracks: string[];

  @Column('text', { array: true })
  conditions: string[];

  @Column('text', { name: 'contact_service' })
  contactService: string;

  @Column('text', { name: 'contact_phone', nullable: true })
  contactPhone: string | null;

  @Column('text', { name: 'contact_email', nullable: true })
  contactEmail: string | null;

  @Column('jsonb')
  incorporations: object;

  @Column({ type: 'timestamptz', name: 'published_at', precision: 3 })
  publishedAt: Instant;

  @Column({ type: 'timestamptz', name: 'replaced_at', precision: 3, nullable: true })
  replacedAt: Instant | null;

  @Column('text', { name: 'acting_role' })
  actingRole: string;
}
