import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import type { PublicKeySet } from '../domain/machine-client.js';
import type { MachineScope } from '../domain/machine-scope.js';

/** Table `app.machine_client`: the OAuth client of an organisation's software. */
@Entity('machine_client')
@Unique('machine_client_client_id', ['clientId'])
@Check('machine_client_state', `state in ('active', 'revoked')`)
export class MachineClientEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'machine_client_pkey' })
  id: string;

  @Column('text', { name: 'client_id' })
  clientId: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey('OrganisationEntity', { name: 'machine_client_organisation' })
  organisationId: string;

  @Column('text', { name: 'secret_hash', nullable: true })
  secretHash: string | null;

  @Column('jsonb', { name: 'public_keys', nullable: true })
  publicKeys: PublicKeySet | null;

  @Column('text', { array: true })
  scopes: MachineScope[];

  @Column('text')
  state: 'active' | 'revoked';

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Instant;
}
