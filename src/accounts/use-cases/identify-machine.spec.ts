import {
  addMillis,
  Clock,
  parseInstant,
  UnitOfWork,
  type Actor,
  type Instant,
} from '../../kernel/index.js';
import type { TokenHolder } from '../domain/machine-client.js';
import { IdentifyMachine } from './identify-machine.js';
import { AccessTokens, TokenMint, type ForgottenTokens } from './ports.js';

const START = parseInstant('2026-11-22T10:00:00Z') ?? fail();

class MovingClock extends Clock {
  private instant = START;

  override now(): Instant {
    return this.instant;
  }

  moveTo(secondsAfterStart: number): void {
    this.instant = addMillis(START, secondsAfterStart * 1000);
  }
}

class DirectWork extends UnitOfWork {
  override run<T>(_actor: Actor, work: () => Promise<T>): Promise<T> {
    return work();
  }
}

/** One valid token, until it is revoked. */
class OneToken extends AccessTokens {
  lookUps = 0;
  isRevoked = false;

  override async holder(tokenHash: string): Promise<TokenHolder | undefined> {
    this.lookUps += 1;
    return this.isRevoked || tokenHash !== 'hash of token' ? undefined : HOLDER;
  }

  override async add(): Promise<void> {}

  override async useAssertion(): Promise<boolean> {
    return true;
  }

  override async deleteExpired(): Promise<ForgottenTokens> {
    return { tokens: 0, assertions: 0 };
  }
}

class PlainMint extends TokenMint {
  override draw(): { token: string; hash: string } {
    return { token: 'token', hash: 'hash of token' };
  }

  override hash(token: string): string {
    return `hash of ${token}`;
  }
}

const HOLDER: TokenHolder = {
  machineClientId: 'row-id',
  clientId: 'demo-rsma-re',
  organisation: { id: 'o', code: 'RSMA-RE', kind: 'unit' },
  scopes: ['mailbox:read'],
  expiresAt: addMillis(START, 300_000),
};

function set() {
  const clock = new MovingClock();
  const tokens = new OneToken();
  const identify = new IdentifyMachine(new DirectWork(), tokens, new PlainMint(), clock);
  return { clock, tokens, identify: (token: string) => identify.execute(token, 'c') };
}

function fail(): never {
  throw new Error('not an instant');
}

describe('Who a token stands for', () => {
  it('is looked up once in 30 seconds', async () => {
    const { clock, tokens, identify } = set();
    expect(await identify('token')).toBe(HOLDER);
    clock.moveTo(29);
    expect(await identify('token')).toBe(HOLDER);
    expect(tokens.lookUps).toBe(1);
    clock.moveTo(30);
    expect(await identify('token')).toBe(HOLDER);
    expect(tokens.lookUps).toBe(2);
  });

  it('is nobody within a minute of a revocation', async () => {
    const { clock, tokens, identify } = set();
    await identify('token');
    tokens.isRevoked = true;
    clock.moveTo(30);
    expect(await identify('token')).toBeUndefined();
  });

  it('is not remembered beyond the end of the token', async () => {
    const { clock, tokens, identify } = set();
    clock.moveTo(290);
    await identify('token');
    clock.moveTo(300);
    tokens.isRevoked = true;
    expect(await identify('token')).toBeUndefined();
  });

  it('is looked up every time while unknown', async () => {
    const { tokens, identify } = set();
    await identify('other');
    await identify('other');
    expect(tokens.lookUps).toBe(2);
  });
});
