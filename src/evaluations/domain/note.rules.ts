import { addMonths, type FieldIssue, type Month } from '../../kernel/index.js';
import type { NotePoints } from './evaluation-note.js';

/** A short note: more points of a kind say nothing to anybody. */
export const MOST_POINTS = 5;
/** Months back of which a note may still be written. */
export const MONTHS_BACK = 24;

/** What is wrong with a note of `contingent` written in the month `now`; none when it does. */
export function noteIssues(
  { worked, improve }: NotePoints,
  contingent: Month,
  now: Month,
): FieldIssue[] {
  const both = worked.filter((point) => improve.includes(point));
  const isLong = worked.length > MOST_POINTS || improve.length > MOST_POINTS;
  const said: readonly (readonly [isWrong: boolean, pointer: string, detail: string])[] = [
    [contingent > now, '/contingent', 'Ce mois n’est pas encore venu.'],
    [contingent < addMonths(now, -MONTHS_BACK), '/contingent', 'Ce mois est trop ancien.'],
    [worked.length + improve.length === 0, '/worked', 'Choisissez au moins un point.'],
    [isLong, '/worked', `Choisissez ${MOST_POINTS} points au plus de chaque sorte.`],
    [both.length > 0, '/improve', 'Un point a bien fonctionné ou est à améliorer : choisissez.'],
  ];
  return said
    .filter(([isWrong]) => isWrong)
    .map(([, pointer, detail]) => ({ pointer, code: 'constraint-error', detail }));
}
