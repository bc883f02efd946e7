import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import type { MachineScope } from '../domain/machine-scope.js';
import { MachineClientEntity } from './machine-client.entity.js';

/** Table `app.access_token`: a bearer token, by its SHA-256. */
@Entity('access_token')
export class AccessTokenEntity {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'access_token_pkey' })
  tokenHash: string;

  @Column('uuid', { name: 'machine_client_id' })
  @ForeignKey(() => MachineClientEntity, { name: 'access_token_client' })
  machineClientId: string;

  @Column('text', { array: true })
  scopes: MachineScope[];

  @Column('timestamptz', { name: 'issued_at', default: () => 'now()' })
  issuedAt: Instant;

  @Column('timestamptz', { name: 'expires_at' })
  @Index('access_token_expiry')
  expiresAt: Instant;
}
