import type { FieldIssue, LocalDate } from '../../kernel/index.js';
import type { ComingIncorporation, SheetContent } from './offer-sheet.js';

/** Longest lists and lines of a sheet: it is read, printed and handed over on one page. */
export const SHEET_LIMITS = { lines: 30, line: 160, incorporations: 12, place: 80 } as const;

/** What is wrong with a sheet that is published today; none when it does. */
export function sheetIssues(
  { tracks, contactPhone, contactEmail, incorporations }: SheetContent,
  today: LocalDate,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (tracks.length === 0) issues.push(issue('/tracks', 'Dites au moins une filière.'));
  if (contactPhone === null && contactEmail === null) {
    issues.push(issue('/contactPhone', 'Donnez un téléphone ou une adresse électronique.'));
  }
  incorporations.forEach(({ on }, index) => {
    if (on < today) {
      issues.push(
        issue(`/incorporations/${index}`, 'Ce jour est passé : n’annoncez que des dates à venir.'),
      );
    }
  });
  return issues;
}

/** Those still to come on a day, the nearest first: an old sheet announces nothing that is over. */
export function toCome(
  incorporations: readonly ComingIncorporation[],
  today: LocalDate,
): ComingIncorporation[] {
  return incorporations.filter(({ on }) => on >= today).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

function issue(pointer: string, detail: string): FieldIssue {
  return { pointer, code: 'constraint-error', detail };
}
