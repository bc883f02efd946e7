import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldKeyRing } from './field-key-ring.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
// Without it Node takes a tag of 4 bytes, which 2^32 tries forge (trust.md V24).
const TAG_BYTES = 16;
const MARK_BYTES = 16;

/** Where a sealed value lives; it opens nowhere else. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  readonly organisationId: string;
}

/** A value as it is stored: the version of its key, then IV, cipher text and tag in one buffer. */
export interface SealedField {
  readonly keyVersion: number;
  readonly sealed: Buffer;
}

/** A sealed value that cannot be opened: altered, moved, or of a key we do not have. */
export class UnreadableField extends Error {
  override readonly name = 'UnreadableField';

  constructor(place: FieldPlace) {
    super(`sealed field ${place.table}.${place.column} cannot be opened`);
  }
}

/** Seals single fields and parts of files with AES-256-GCM, each tied to its table, column, row and organisation (SEC-41). */
@Injectable()
export class FieldCipher {
  /** By table and column, derived from the current key. */
  private readonly markingKeys = new Map<string, Buffer>();

  constructor(private readonly ring: FieldKeyRing) {}

  /** Seals `text` under the current key, with an IV of its own. */
  seal(text: string, place: FieldPlace): SealedField {
    return this.sealBytes(Buffer.from(text, 'utf8'), place);
  }

  /**
   * Opens what `seal` gave for the same place.
   * @throws UnreadableField when one bit, the place or the key is another.
   */
  open(field: SealedField, place: FieldPlace): string {
    return this.openBytes(field, place).toString('utf8');
  }

  /** Seals bytes whole, as `seal` does a text: for parts of about a megabyte, not for streams. */
  sealBytes(bytes: Uint8Array, place: FieldPlace): SealedField {
    const keyVersion = this.ring.current;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key(keyVersion, place), iv, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(aadOf(place, keyVersion));
    const body = [cipher.update(bytes), cipher.final()];
    return { keyVersion, sealed: Buffer.concat([iv, ...body, cipher.getAuthTag()]) };
  }

  /**
   * Opens what `sealBytes` gave for the same place.
   * @throws UnreadableField when one bit, the place or the key is another.
   */
  openBytes({ keyVersion, sealed }: SealedField, place: FieldPlace): Buffer {
    const key = this.key(keyVersion, place);
    if (sealed.length < IV_BYTES + TAG_BYTES) throw new UnreadableField(place);
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(aadOf(place, keyVersion));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      const body = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
      return Buffer.concat([body, decipher.final()]);
    } catch {
      throw new UnreadableField(place);
    }
  }

  /**
   * A keyed fingerprint for one column: equal texts have equal marks, and without the key nobody finds
   * the text by trying out what it may be. Another key makes another mark: nothing may depend on it.
   */
  mark(text: string, { table, column }: Pick<FieldPlace, 'table' | 'column'>): string {
    const digest = createHmac('sha256', this.markingKey(`${table}.${column}`))
      .update(text)
      .digest();
    return digest.toString('base64url', 0, MARK_BYTES);
  }

  private markingKey(purpose: string): Buffer {
    const known = this.markingKeys.get(purpose);
    if (known) return known;
    const key = this.ring.keys.get(this.ring.current);
    if (!key) throw new Error('a ring has its current key');
    const derived = createHmac('sha256', key).update(`mark|${purpose}`).digest();
    this.markingKeys.set(purpose, derived);
    return derived;
  }

  private key(version: number, place: FieldPlace): Buffer {
    const key = this.ring.keys.get(version);
    if (!key) throw new UnreadableField(place);
    return key;
  }
}

/** @throws Error when a part holds the separator: two places could then share one AAD. */
function aadOf({ table, column, rowId, organisationId }: FieldPlace, keyVersion: number): Buffer {
  const parts = [table, column, rowId, organisationId];
  if (parts.some((part) => part === '' || part.includes('|'))) {
    throw new Error('a part of the place of a sealed field is empty or holds "|"');
  }
  return Buffer.from([...parts, keyVersion].join('|'), 'utf8');
}
