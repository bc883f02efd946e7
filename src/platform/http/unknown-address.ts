import { HttpProblem } from './http-problem.js';

/** What an address that names nothing answers, whatever it lacks: 404, told apart by nobody. */
export function unknownAddress(): HttpProblem {
  return new HttpProblem(404, 'not-found', 'Rien n’existe à cette adresse.');
}

/**
 * What the last part of an address names in a table.
 *
 * @throws HttpProblem 404 for a part that the table does not have
 */
export function namedInAddress<T>(table: Readonly<Record<string, T>>, part: string): T {
  const named = Object.hasOwn(table, part) ? table[part] : undefined;
  if (named === undefined) throw unknownAddress();
  return named;
}
