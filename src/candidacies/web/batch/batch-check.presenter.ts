import { labelOf, type LocalDate } from '../../../kernel/index.js';
import { counted, longDate, shortDate, typeset } from '../../../platform/french/index.js';
import { rowToken } from '../../../platform/pages/index.js';
import { ASSESSED_LEVELS, OUTCOME_CODES } from '../../domain/code-lists.js';
import { isUntouched, ROW_FIELDS, type RowValues, type TypedRow } from './batch-form.js';
import { isOpen, namesOf, type BatchFile } from './batch.presenter.js';
import type { GridRead, RightRow } from './read-grid.js';

/** What the check page is made from: the rows as sent, and their files in the same order. */
export interface BatchCheckContent {
  readonly day: LocalDate;
  readonly page: number;
  readonly rows: readonly TypedRow[];
  readonly files: readonly BatchFile[];
  readonly read: GridRead;
}

/** An outcome that will be recorded. */
export interface CheckedRow extends RowValues {
  readonly id: string;
  readonly name: string;
  readonly under: string;
}

/** The check page, in words. */
export interface BatchCheckPresented {
  readonly over: string;
  readonly rows: readonly CheckedRow[];
  readonly follows: string;
  /** Who stays as they are, and why. */
  readonly apart: readonly string[];
  /** Files that others changed since the grid was opened. */
  readonly changed: readonly string[];
  readonly save: string;
  /** Every field of the grid as it was typed: nothing is lost on the way back. */
  readonly values: Readonly<Record<string, string>>;
}

/** Every word of what will be recorded, candidate by candidate. */
export function presentBatchCheck(content: BatchCheckContent): BatchCheckPresented {
  const { day, page, rows, files, read } = content;
  const byId = new Map(files.map((file) => [file.view.id, file]));
  const nameOf = (id: string) => namesOf(byId.get(id)).name;
  const count = read.right.length;
  return {
    over: `Convocation du ${longDate(day)}`,
    rows: read.right.map((one) => checked(one, byId.get(one.row.id))),
    follows: typeset(
      `${counted(count, 'résultat sera transmis', 'résultats seront transmis')} aussitôt à la mission locale de chaque jeune. Une décision plus récente pourra compléter un résultat ; il ne pourra pas être effacé.`,
    ),
    apart: [...untouched(rows, byId), ...faulty([...read.errors.keys()].map(nameOf))],
    changed: read.right
      .filter(({ row }) => byId.get(row.id)?.version !== row.version)
      .map(({ row }) => nameOf(row.id)),
    save: `Enregistrer ${count === 1 ? 'le résultat' : `les ${counted(count, 'résultat', 'résultats')}`}`,
    values: { page: String(page), ...typedValues(rows) },
  };
}

/** The typed outcome in its own words: whoever typed it reads it once more, before it is masked in lists. */
function checked({ row, outcome }: RightRow, file: BatchFile | undefined): CheckedRow {
  const dayOf = (date: LocalDate | null) => (date === null ? '' : shortDate(date));
  return {
    id: row.id,
    ...namesOf(file),
    resultat: typeset(labelOf(OUTCOME_CODES, outcome.code)),
    decision: dayOf(outcome.decidedOn),
    reexamen: dayOf(outcome.reexaminationOn),
    incorporation: dayOf(outcome.plannedIncorporationOn),
    niveau: typeset(labelOf(ASSESSED_LEVELS, outcome.assessedLevel)),
  };
}

function untouched(
  rows: readonly TypedRow[],
  byId: ReadonlyMap<string, BatchFile>,
): readonly string[] {
  const left = rows.filter(({ id, values }) => isOpen(byId.get(id)) && isUntouched(values)).length;
  if (left === 0) return [];
  const who = counted(left, 'candidat reste', 'candidats restent');
  return [
    typeset(`${who} sans résultat : rien ne sera enregistré pour ${left === 1 ? 'lui' : 'eux'}.`),
  ];
}

function faulty(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const what = counted(names.length, 'ligne reste', 'lignes restent');
  const back = names.length === 1 ? 'elle reviendra' : 'elles reviendront';
  return [
    typeset(`${what} à corriger, ${back} avec ce que vous avez écrit : ${names.join(', ')}.`),
  ];
}

function typedValues(rows: readonly TypedRow[]): Record<string, string> {
  const fields = rows.flatMap(({ id, version, values }, index) => [
    [`dossier-${index + 1}`, rowToken({ id, version })],
    ...ROW_FIELDS.filter((field) => values[field] !== '').map((field) => [
      `${field}-${index + 1}`,
      values[field],
    ]),
  ]);
  return Object.fromEntries(fields) as Record<string, string>;
}
