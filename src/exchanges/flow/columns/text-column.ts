import { isForbiddenIdentifier, isForbiddenText } from '../../../kernel/index.js';
import { whole } from '../character-ranges.js';
import { column } from '../column.js';
import type { CellFaults, CellReader, CellType, Column, ColumnOptions } from '../column.js';
import { reportKnownCause } from './refused-text.js';

/** What a text column takes. */
export interface TextLimits {
  /** Regular expression of the whole value, with explicit ranges: it is published as it stands. */
  readonly pattern: string;
  readonly maxLength: number;
  /** French, after « Indiquer ». */
  readonly expected: string;
  /** The shape left when a spreadsheet drops the leading zero. */
  readonly withoutZero?: string;
  /** True for a column where people write words: it is searched for health data. */
  readonly isFree?: boolean;
}

/** A text of a given shape. */
export function textColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R> & TextLimits,
): Column<H, string, R> {
  const { maxLength } = options;
  const shape = { kind: 'text', pattern: whole(options.pattern), maxLength } as const;
  return column(options, textType(shape, options));
}

function textType(
  shape: Extract<CellType<string>['shape'], { kind: 'text' }>,
  limits: TextLimits,
): CellType<string> {
  return {
    shape,
    expected: limits.expected,
    compile: () => textReader(limits),
    write: (value) => value,
  };
}

/** The reader of a text, also for the columns that read more from it. */
export function textReader(limits: TextLimits): CellReader<string> {
  const pattern = new RegExp(whole(limits.pattern));
  const withoutZero = limits.withoutZero ? new RegExp(whole(limits.withoutZero)) : undefined;
  const isForbidden = limits.isFree ? isForbiddenText : isForbiddenIdentifier;
  return (text, faults) => {
    if (text.length > limits.maxLength) {
      if (!reportKnownCause(text, faults)) {
        faults.report('constraint-error', { precision: 'TROP_LONG' });
      }
      return undefined;
    }
    if (!pattern.test(text)) {
      reportShape(text, pattern, withoutZero, faults);
      return undefined;
    }
    if (!isForbidden(text)) return text;
    faults.report('CONTENU_INTERDIT', { isHidden: true });
    return undefined;
  };
}

function reportShape(
  text: string,
  pattern: RegExp,
  withoutZero: RegExp | undefined,
  faults: CellFaults,
): void {
  if (withoutZero?.test(text)) {
    faults.report('ZERO_PERDU', { suggestion: `0${text}` });
    return;
  }
  if (reportKnownCause(text, faults)) return;
  const suggestion = [text.toUpperCase(), text.replace(/[ .-]/g, '')].find((candidate) =>
    pattern.test(candidate),
  );
  faults.report('constraint-error', suggestion === undefined ? {} : { suggestion });
}
