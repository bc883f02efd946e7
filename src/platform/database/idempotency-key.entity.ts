import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant, JsonValue } from '../../kernel/index.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'idempotency_key_pkey' };

/** Table `app.idempotency_key`: an answer kept to be given again. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { name: 'org_id', ...KEY })
  orgId: string;

  @PrimaryColumn('text', { ...KEY })
  client: string;

  @PrimaryColumn('text', { ...KEY })
  key: string;

  @Column('text')
  fingerprint: string;

  @Column('int', { nullable: true })
  status: number | null;

  @Column('int', { name: 'key_version' })
  keyVersion: number;

  /** JSON of the answer’s body or of its absence, sealed: it names a person. */
  @Column('bytea')
  body: Buffer;

  @Column('jsonb', { nullable: true })
  headers: JsonValue | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'expires_at' })
  @Index('idempotency_key_expiry')
  expiresAt: Instant;
}
