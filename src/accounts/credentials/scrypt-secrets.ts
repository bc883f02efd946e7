import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClientSecrets } from '../use-cases/ports.js';

/** About 16 MB and a sixth of a second: one of the equivalent settings OWASP lists for scrypt. */
const COST = { N: 2 ** 14, r: 8, p: 5 } as const;
const MAX_MEMORY = 64 * 1024 * 1024;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const SECRET_BYTES = 32;

/** Of no secret: costs as much to compare with as a true one, and is never equal. */
const NOBODY = format(Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES));

/** Secrets kept as `scrypt$N$r$p$salt$hash`, so that the cost can rise without losing anybody. */
@Injectable()
export class ScryptSecrets extends ClientSecrets {
  override draw(): string {
    return randomBytes(SECRET_BYTES).toString('base64url');
  }

  override async hash(secret: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return format(salt, await derive(secret, salt, COST));
  }

  override async matches(secret: string, hash: string | null): Promise<boolean> {
    const { cost, salt, expected } = parse(hash ?? NOBODY);
    const actual = await derive(secret, salt, cost);
    return timingSafeEqual(actual, expected) && hash !== null;
  }
}

function format(salt: Buffer, hash: Buffer): string {
  const { N, r, p } = COST;
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

const STORED = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]{43})$/;

/** @throws Error when what is stored is no hash of ours: a fault of ours, not of the caller. */
function parse(stored: string): { cost: ScryptOptions; salt: Buffer; expected: Buffer } {
  const [, N, r, p, salt, hash] = STORED.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('a stored secret is unreadable');
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    expected: Buffer.from(hash, 'base64url'),
  };
}

function derive(secret: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, HASH_BYTES, { ...cost, maxmem: MAX_MEMORY }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
