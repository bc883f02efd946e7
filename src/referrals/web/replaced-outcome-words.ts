import type { LocalDate } from '../../kernel/index.js';
import { longDate, typeset } from '../../platform/french/index.js';

interface Outcome {
  readonly code: string;
  readonly decidedOn: string;
  readonly reexaminationOn: string | null;
}

/** The two lines that a history shows where an answer took the place of another, on both sides' pages. */
export function replacedOutcomeWords(
  { before, after }: { readonly before: Outcome; readonly after: Outcome | null },
  labelOf: (code: string) => string,
): [string, string][] {
  return [
    ['Résultat avant', wordsOf(before, labelOf)],
    ['Résultat après', after ? wordsOf(after, labelOf) : 'aucun'],
  ];
}

function wordsOf(
  { code, decidedOn, reexaminationOn }: Outcome,
  labelOf: (code: string) => string,
): string {
  const again =
    reexaminationOn === null
      ? ''
      : `, réexamen à partir du ${longDate(reexaminationOn as LocalDate)}`;
  return typeset(`${labelOf(code)}, décision du ${longDate(decidedOn as LocalDate)}${again}`);
}
