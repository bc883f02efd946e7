import { randomInt, randomUUID } from 'node:crypto';
import { Ids } from '../kernel/index.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BODY_LENGTH = 8;

/** Identifiers nobody can guess, from the generator of the system. */
export class RandomIds extends Ids {
  override uuid(): string {
    return randomUUID();
  }

  override referenceBody(): string {
    return Array.from({ length: BODY_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  }
}
