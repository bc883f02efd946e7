import { standingOf } from '../../../kernel/index.js';
import type { CodeList, CodeStanding, LocalDate } from '../../../kernel/index.js';
import type { CellReader } from '../column.js';
import { reportKnownCause } from './refused-text.js';

/** Reads one code of a dated list on a day: retired codes become the one that replaces them. */
export function codeReader<Code extends string>(
  list: CodeList<Code>,
  on: LocalDate,
): CellReader<Code> {
  const values = new Map<string, { code: Code; standing: CodeStanding }>(
    list.values.map(({ code }) => [code, { code, standing: standingOf(list, code, on) }]),
  );
  const codeOfLabel = new Map(list.values.map(({ code, label }) => [label.toLowerCase(), code]));
  return (text, faults) => {
    const value = values.get(text) ?? values.get(text.toUpperCase());
    if (!value || value.standing.standing === 'unknown') {
      if (reportKnownCause(text, faults)) return undefined;
      const suggestion = codeOfLabel.get(text.toLowerCase());
      faults.report('CODE_INCONNU', suggestion ? { suggestion, precision: 'LIBELLE' } : {});
      return undefined;
    }
    if (value.code !== text) faults.report('CODE_CASSE', { suggestion: value.code });
    if (value.standing.standing === 'current') return value.code;
    const successor = values.get(value.standing.replacedBy ?? '')?.code;
    faults.report('CODE_OBSOLETE', successor ? { suggestion: successor } : {});
    return successor ?? value.code;
  };
}

/** The list in a sentence: all its codes when they are few. */
export function codesInWords(list: CodeList): string {
  return list.values.map(({ code }) => code).join(', ');
}
