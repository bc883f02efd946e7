import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TokenMint } from '../use-cases/ports.js';

const TOKEN_BYTES = 32;

/** Opaque tokens of 256 random bits; a fast hash is enough for what nobody can guess. */
@Injectable()
export class Sha256TokenMint extends TokenMint {
  override draw(): { token: string; hash: string } {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    return { token, hash: this.hash(token) };
  }

  override hash(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
