const KEY_BYTES = 32;
const VERSIONED_KEY = /^([1-9]\d{0,8}):([A-Za-z0-9+/]+={0,2})$/;

/** The keys that open sealed fields, by version, and the version that seals new ones (SEC-41). */
export class FieldKeyRing {
  /**
   * @throws Error when the current key is absent or a key is not of 32 bytes; no key is shown.
   */
  constructor(
    readonly current: number,
    readonly keys: ReadonlyMap<number, Buffer>,
  ) {
    if (!keys.has(current)) throw new Error(`no field key of version ${current}`);
    for (const [version, key] of keys) {
      if (key.length !== KEY_BYTES) throw new Error(`field key ${version} is not of 32 bytes`);
    }
  }

  /**
   * Reads `FIELD_ENCRYPTION_KEY`: one key of 32 bytes in base64 (version 1), or several while they
   * rotate (`1:<base64>,2:<base64>`), of which the highest version seals.
   * @throws Error when the text holds no usable ring; it never repeats the text.
   */
  static parse(text: string): FieldKeyRing {
    const keys = new Map<number, Buffer>();
    for (const part of text.split(',')) {
      const [, version, key] = VERSIONED_KEY.exec(part.includes(':') ? part : `1:${part}`) ?? [];
      if (version === undefined || key === undefined || keys.has(Number(version))) {
        throw new Error('FIELD_ENCRYPTION_KEY is not a base64 key, nor a list of versioned ones');
      }
      keys.set(Number(version), Buffer.from(key, 'base64'));
    }
    return new FieldKeyRing(Math.max(...keys.keys()), keys);
  }
}
