import { HttpProblem } from '../http-problem.js';

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * The `Idempotency-Key` header; nothing when absent. The quotes of the IETF draft are not a part of
 * the key.
 * @throws HttpProblem 400 `idempotency-key-invalid`
 */
export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = typeof header === 'string' ? header.replace(/^"(.*)"$/, '$1') : '';
  if (KEY.test(key)) return key;
  const detail = 'L’en-tête Idempotency-Key porte de 1 à 255 caractères ASCII visibles.';
  throw new HttpProblem(400, 'idempotency-key-invalid', detail);
}
