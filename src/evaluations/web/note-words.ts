import { labelOf, type Month } from '../../kernel/index.js';
import { longMonth, typeset } from '../../platform/french/index.js';
import { EVALUATION_POINTS, type EvaluationPoint } from '../domain/code-lists.js';

export const NOTES_PATH = '/bilans';
/** Where one is written. */
export const WRITE_PATH = `${NOTES_PATH}/nouveau`;
export const NOTE_CRUMBS = [{ href: NOTES_PATH, label: 'Bilans du partenariat' }];

/** Who reads notes on the pages, and who writes them: the same people as by the API. */
export const NOTE_PAGE_READERS = {
  roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager', 'insertion-officer'],
} as const;
export const NOTE_PAGE_WRITERS = { roles: ['ml-manager', 'unit-manager'] } as const;

/** Points in words. */
export function pointsWords(points: readonly EvaluationPoint[]): string {
  return typeset(points.map((code) => labelOf(EVALUATION_POINTS, code)).join(', '));
}

/** « septembre 2026 » */
export function contingentWords(contingent: Month): string {
  return longMonth(contingent);
}

/** The address that writes, or writes again, the own note of a pair and a month. */
export function writeHref(partner: string, contingent: Month): string {
  return `${WRITE_PATH}?${new URLSearchParams({ partenaire: partner, mois: contingent }).toString()}`;
}
