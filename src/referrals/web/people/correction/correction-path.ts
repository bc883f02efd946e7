import { personPath } from '../people-search.js';

/** Where a young person is corrected. */
export function correctionPath(id: string): string {
  return `${personPath(id)}/correction`;
}
