import { Injectable } from '@nestjs/common';
import { addMillis, Clock, UnitOfWork, type Instant } from '../../kernel/index.js';
import type { TokenHolder } from '../domain/machine-client.js';
import { AccessTokens, TokenMint } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** Half of the minute within which a revocation must count in every process (SEC-09). */
const MEMORY_MILLIS = 30_000;
const MAX_REMEMBERED = 1_000;

interface Remembered {
  readonly holder: TokenHolder;
  readonly until: Instant;
}

/** Finds who a bearer token stands for; remembers it for at most 30 seconds. */
@Injectable()
export class IdentifyMachine {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: AccessTokens,
    private readonly mint: TokenMint,
    private readonly clock: Clock,
  ) {}

  /** Nothing when the token is unknown, expired, or its client revoked. */
  async execute(token: string, correlationId: string): Promise<TokenHolder | undefined> {
    const hash = this.mint.hash(token);
    const now = this.clock.now();
    const known = this.remembered.get(hash);
    if (known && now < known.until) return known.holder;
    this.remembered.delete(hash);
    const holder = await this.unitOfWork.run(technicalActor('oauth.identify', correlationId), () =>
      this.tokens.holder(hash, now),
    );
    // Only what was found: remembering the unknown would let anybody fill the memory.
    if (holder) this.remember(hash, holder, now);
    return holder;
  }

  private remember(hash: string, holder: TokenHolder, now: Instant): void {
    if (this.remembered.size >= MAX_REMEMBERED) {
      const [oldest] = this.remembered.keys();
      if (oldest !== undefined) this.remembered.delete(oldest);
    }
    const later = addMillis(now, MEMORY_MILLIS);
    const until = later < holder.expiresAt ? later : holder.expiresAt;
    this.remembered.set(hash, { holder, until });
  }
}
