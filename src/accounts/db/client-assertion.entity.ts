import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { MachineClientEntity } from './machine-client.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'client_assertion_pk' };

/** Table `app.client_assertion`: an assertion that was used, until it expires. */
@Entity('client_assertion')
export class ClientAssertionEntity {
  @PrimaryColumn('uuid', { name: 'machine_client_id', ...KEY })
  @ForeignKey(() => MachineClientEntity, { name: 'client_assertion_client' })
  machineClientId: string;

  @PrimaryColumn('text', { ...KEY })
  jti: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Instant;
}
