import { HttpProblem } from './http-problem.js';
import { isForbiddenKey } from './json-body.js';

/** Most parameters of one address or form, where a route does not ask for more. */
export const MOST_PARAMETERS = 100;

/** No text of PostgreSQL holds it, and nobody types it. */
const NUL = '\0';

export type QueryValues = Record<string, string | string[]>;

/**
 * Reads a query string or a form. A name given twice reads as a list, which `assertPlainValues`
 * refuses: this function is called where nothing may throw.
 */
export function readQueryString(text: string): QueryValues {
  // No prototype: a parameter named like a method of objects is a parameter like others.
  const values: QueryValues = Object.create(null) as QueryValues;
  for (const [name, value] of new URLSearchParams(text)) {
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

/**
 * Refuses a parameter given twice (SEC-37), a forbidden name (SEC-36), too many of them and the one
 * character that no database keeps. Lists are written with commas in one parameter.
 * @throws HttpProblem 400 `repeated-parameter`, `forbidden-key` or `malformed-request`
 */
export function assertPlainValues(
  values: Readonly<Record<string, unknown>>,
  most = MOST_PARAMETERS,
): void {
  const entries = Object.entries(values);
  if (entries.length > most) {
    throw new HttpProblem(400, 'malformed-request', `${most} paramètres au plus sont acceptés.`);
  }
  for (const [name, value] of entries) {
    if (isForbiddenKey(name)) {
      throw new HttpProblem(400, 'forbidden-key', 'Un nom de paramètre est interdit.');
    }
    if (Array.isArray(value)) throw repeated();
    if (typeof value === 'string' && value.includes(NUL)) {
      throw new HttpProblem(400, 'malformed-request', 'Un caractère n’est pas accepté.');
    }
  }
}

function repeated(): HttpProblem {
  return new HttpProblem(400, 'repeated-parameter', 'Un paramètre est donné plusieurs fois.');
}
