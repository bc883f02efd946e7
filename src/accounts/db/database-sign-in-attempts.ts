import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { SignInAttempts, type SignInAttempt } from '../use-cases/ports.js';

/** Sign-ins under way in PostgreSQL, in the technical scope. */
@Injectable()
export class DatabaseSignInAttempts extends SignInAttempts {
  override async add(
    browserHash: string,
    attempt: SignInAttempt,
    expiresAt: Instant,
  ): Promise<void> {
    const { state, nonce, verifier, next } = attempt;
    await currentManager().query(
      `insert into app.sign_in_attempt (browser_hash, state, nonce, verifier, next_path, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [browserHash, state, nonce, verifier, next, expiresAt],
    );
  }

  override async take(
    browserHash: string,
    state: string,
    now: Instant,
  ): Promise<SignInAttempt | undefined> {
    const [rows]: [SignInAttempt[], number] = await currentManager().query(
      `delete from app.sign_in_attempt where browser_hash = $1 and state = $2 and expires_at > $3
       returning state, nonce, verifier, next_path as next`,
      [browserHash, state, now],
    );
    return rows[0];
  }
}
