import type { LocalDate } from '../../../kernel/index.js';
import { FormValues, readRowToken, type RowToken } from '../../../platform/pages/index.js';
import { WORKLIST_PAGE_SIZE } from '../../use-cases/consult-unit-worklist.js';
import { readOutcome, type OutcomeRead } from '../outcome/outcome-form.js';

/** The fields of a row, under the names that the form of one outcome gives them. */
export const ROW_FIELDS = ['resultat', 'decision', 'reexamen', 'incorporation', 'niveau'] as const;
export type RowField = (typeof ROW_FIELDS)[number];
export type RowValues = Readonly<Record<RowField, string>>;

/** A row of the grid as it was sent. */
export interface TypedRow extends RowToken {
  readonly values: RowValues;
}

/** What is wrong with a row: one thing at a time (interface.md 9). `dossier` is the row as a whole. */
export interface RowError {
  readonly field: RowField | 'dossier';
  readonly message: string;
}

/** The rows of a page, each with its fields and the file it is about, the page itself and the step. */
export const MOST_FIELDS = WORKLIST_PAGE_SIZE * (ROW_FIELDS.length + 1) + 2;

/** The rows of a form, in their order; what names no file, or one that was named before, is left out. */
export function readRows(form: FormValues): TypedRow[] {
  const rows = Array.from({ length: WORKLIST_PAGE_SIZE }, (_, index) => index + 1).flatMap(
    (number) => {
      const token = readRowToken(form.text(`dossier-${number}`));
      if (token === null) return [];
      const values = Object.fromEntries(
        ROW_FIELDS.map((field) => [field, form.text(`${field}-${number}`)]),
      ) as Record<RowField, string>;
      return [{ ...token, values }];
    },
  );
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}

/** True for a row that nobody filled in: the day of the decision is proposed, it says nothing alone. */
export function isUntouched({ resultat, reexamen, incorporation, niveau }: RowValues): boolean {
  return `${resultat}${reexamen}${incorporation}${niveau}` === '';
}

/** Reads a row as the form of one outcome, under the same rules. */
export function readRow(values: RowValues, today: LocalDate): Promise<OutcomeRead> {
  const { resultat, niveau } = values;
  const dates = (['decision', 'reexamen', 'incorporation'] as const).map((field) =>
    dateParts(field, values[field]),
  );
  const fields: object = Object.assign({ resultat, niveau }, ...dates);
  return readOutcome(new FormValues(fields), today);
}

const APART = /^(\d{1,2})[^\d]+(\d{1,2})[^\d]+(\d{4})$/;
const TOGETHER = /^(\d{2})(\d{2})(\d{4})$/;

/** A day typed in one field, `14/07/2026` or `14072026`, in its three parts. */
function dateParts(name: string, text: string): Record<string, string> {
  const [, day = text, month = '', year = ''] = APART.exec(text) ?? TOGETHER.exec(text) ?? [];
  return { [`${name}-jour`]: day, [`${name}-mois`]: month, [`${name}-annee`]: year };
}

/** The first thing wrong with a row, in the order of its fields. */
export function firstError(errors: Readonly<Record<string, string>>): RowError {
  for (const field of ROW_FIELDS) {
    const message = errors[field];
    if (message !== undefined) return { field, message };
  }
  return { field: 'dossier', message: Object.values(errors)[0] ?? '' };
}
