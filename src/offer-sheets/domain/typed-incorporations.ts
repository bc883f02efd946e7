import { parseLocalDate, type FieldIssue } from '../../kernel/index.js';
import type { ComingIncorporation } from './offer-sheet.js';
import { SHEET_LIMITS } from './sheet.rules.js';

const DAY = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/;
const MOST_PLACES = 999;

/** Lines « 02/03/2027 ; Saint-Pierre ; 40 » as people type them, or what each line lacks. */
export function readIncorporations(lines: readonly string[]): {
  readonly incorporations: readonly ComingIncorporation[];
  readonly issues: readonly FieldIssue[];
} {
  const read = lines.map((line, index) => ({ index, one: readLine(line) }));
  const issues = read.flatMap(({ index, one }) => (one ? [] : [issueOf(index)]));
  if (lines.length > SHEET_LIMITS.incorporations) issues.push(TOO_MANY);
  return { incorporations: read.flatMap(({ one }) => (one ? [one] : [])), issues };
}

/** The same as they would be typed again. */
export function typedIncorporation({ on, place, places }: ComingIncorporation): string {
  const day = on.split('-').reverse().join('/');
  return [day, place, ...(places === null ? [] : [String(places)])].join(' ; ');
}

function readLine(line: string): ComingIncorporation | null {
  const [typed = '', place = '', places = '', ...more] = line.split(';').map((cell) => cell.trim());
  const [, day = '', month = '', year = ''] = DAY.exec(typed) ?? [];
  const on = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const isPlaced = place !== '' && place.length <= SHEET_LIMITS.place;
  const isCounted = places === '' || (/^\d{1,3}$/.test(places) && Number(places) <= MOST_PLACES);
  if (!on || !isPlaced || !isCounted || more.length > 0) return null;
  return { on, place, places: places === '' ? null : Number(places) };
}

function issueOf(index: number): FieldIssue {
  const detail = `Ligne ${index + 1} : écrivez le jour, le lieu et, si vous voulez, le nombre de places, par exemple 02/03/2027 ; Saint-Pierre ; 40`;
  return { pointer: `/incorporations/${index}`, code: 'constraint-error', detail };
}

const TOO_MANY: FieldIssue = {
  pointer: '/incorporations',
  code: 'constraint-error',
  detail: `Annoncez ${SHEET_LIMITS.incorporations} incorporations au plus.`,
};
