/**
 * Codes that young people born overseas still bear on their papers and that the package ignores:
 * Saint-Barthélemy and Saint-Martin were communes of Guadeloupe until 2007, and Mayotte was numbered
 * 985 before it became a department in 2011.
 */
export const FORMER_OVERSEAS_CODES: ReadonlyMap<string, string> = new Map([
  ['97123', '97701'],
  ['97127', '97801'],
  ...Array.from({ length: 17 }, (_, index): [string, string] => {
    const rank = String(index + 1).padStart(2, '0');
    return [`985${rank}`, `976${rank}`];
  }),
]);
