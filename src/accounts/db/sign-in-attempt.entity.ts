import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.sign_in_attempt`: a sign-in under way, by the hash of what its browser holds. */
@Entity('sign_in_attempt')
export class SignInAttemptEntity {
  @PrimaryColumn('text', { name: 'browser_hash', primaryKeyConstraintName: 'sign_in_attempt_pkey' })
  browserHash: string;

  @Column('text')
  state: string;

  @Column('text')
  nonce: string;

  @Column('text')
  verifier: string;

  @Column('text', { name: 'next_path' })
  nextPath: string;

  @Column('timestamptz', { name: 'expires_at' })
  @Index('sign_in_attempt_expiry')
  expiresAt: Instant;
}
