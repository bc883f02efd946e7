import { createHash } from 'node:crypto';

/** What makes two requests the same. */
export interface FingerprintParts {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly client: string;
  /** The body read from JSON, or the hashes of the parts of a multipart body. */
  readonly body: unknown;
}

/** SHA-256, hexadecimal, of a request; the order of JSON members does not count (REL-07). */
export function fingerprintOf({ method, url, client, body }: FingerprintParts): string {
  const parts = JSON.stringify([method, url, client, canonical(body)]);
  return createHash('sha256').update(parts).digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(canonical)];
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // A list of pairs: an object would put names that look like numbers first.
  return ['object', ...entries.map(([name, member]) => [name, canonical(member)])];
}
