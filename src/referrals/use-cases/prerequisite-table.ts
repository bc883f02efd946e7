import { codesOf, isCodeOf, type LocalDate } from '../../kernel/index.js';
import {
  namedLines,
  readDay,
  repeatedKeys,
  SCHEMES,
  type NamedLine,
  type ReferenceRow,
  type TableFault,
  type TableReading,
  type TableRecord,
} from '../../organisations/index.js';
import { PREREQUISITES } from '../domain/code-lists.js';
import type { ListedPrerequisite } from '../domain/prerequisite-list.js';

/** The columns of a file of prerequisites, in order. */
export const PREREQUISITE_COLUMNS = [
  'dispositif',
  'prerequis',
  'premier_jour',
  'dernier_jour',
  'demande',
] as const;
type Column = (typeof PREREQUISITE_COLUMNS)[number];

/** A prerequisite as a row of its set: found by its scheme, its code and its first day. */
export function prerequisiteRow(one: ListedPrerequisite): ReferenceRow {
  const { scheme, code, isAsked, validFrom, validTo } = one;
  return {
    key: [scheme, code, validFrom].join(' '),
    label: `${code} – ${scheme}, depuis le ${validFrom}`,
    values: { validTo: validTo ?? '', isAsked: isAsked ? 'OUI' : 'NON' },
  };
}

/** The cells of a prerequisite, in a file. */
export function prerequisiteCells(one: ListedPrerequisite): readonly string[] {
  const { key, values } = prerequisiteRow(one);
  return [...key.split(' '), values['validTo'] ?? '', values['isAsked'] ?? ''];
}

/** What a row lists; nothing when it is no row of this set. */
export function prerequisiteOfRow({ key, values }: ReferenceRow): ListedPrerequisite | undefined {
  const [scheme = '', code = '', from = ''] = key.split(' ');
  const validFrom = readDay(from);
  if (!isScheme(scheme) || !isCodeOf(PREREQUISITES, code) || !validFrom) return undefined;
  const validTo = readDay(values['validTo'] ?? '') ?? null;
  return { scheme, code, isAsked: values['isAsked'] === 'OUI', validFrom, validTo };
}

/** Reads a file of prerequisites. The codes are those of the exchanges: a list chooses among them. */
export function readPrerequisites(records: readonly TableRecord[]): TableReading {
  const { lines, faults } = namedLines(PREREQUISITE_COLUMNS, records);
  const read = lines.map((line) => ({ line: line.line, ...readLine(line) }));
  const rows = read.flatMap(({ row, line }) => (row ? [{ row, line }] : []));
  const repeated = repeatedKeys(
    rows.map(({ row, line }) => ({ line, key: row.key })),
    'premier_jour',
  );
  return {
    rows: rows.map(({ row }) => row),
    faults: [...faults, ...read.flatMap((one) => one.faults), ...repeated],
  };
}

function readLine(named: NamedLine): {
  readonly row: ReferenceRow | null;
  readonly faults: readonly TableFault[];
} {
  const cell = (column: Column): string => named.cells[column] ?? '';
  const [scheme, code, asked] = [cell('dispositif'), cell('prerequis'), cell('demande')];
  const validFrom = readDay(cell('premier_jour'));
  const validTo = cell('dernier_jour') === '' ? null : readDay(cell('dernier_jour'));
  const said: readonly (readonly [isWrong: boolean, column: Column, said: string])[] = [
    [!isScheme(scheme), 'dispositif', SCHEME],
    [!isCodeOf(PREREQUISITES, code), 'prerequis', CODE],
    [validFrom === undefined, 'premier_jour', DAY],
    [validTo === undefined || isReversed(validFrom, validTo), 'dernier_jour', LAST_DAY],
    [asked !== 'OUI' && asked !== 'NON', 'demande', ASKED],
  ];
  const faults = said
    .filter(([isWrong]) => isWrong)
    .map(([, column, text]) => ({ line: named.line, column, said: text }));
  const isRead = isScheme(scheme) && isCodeOf(PREREQUISITES, code) && validFrom !== undefined;
  if (faults.length > 0 || !isRead || validTo === undefined) return { row: null, faults };
  const one = { scheme, code, isAsked: asked === 'OUI', validFrom, validTo };
  return { row: prerequisiteRow(one), faults };
}

function isReversed(from: LocalDate | undefined, to: LocalDate | null): boolean {
  return from !== undefined && to !== null && to < from;
}

function isScheme(text: string): boolean {
  return SCHEMES.some((scheme) => scheme === text);
}

const SCHEME = `Le dispositif est ${SCHEMES.join(' ou ')}.`;
const CODE = `Les prérequis sont ${codesOf(PREREQUISITES).join(', ')}.`;
const DAY = 'Le premier jour doit être une date réelle, par exemple 2026-01-01 ou 01/01/2026.';
const LAST_DAY = 'Le dernier jour est vide, ou une date réelle, le premier jour ou après lui.';
const ASKED = 'Écrivez OUI si le prérequis est demandé à tous, NON s’il est seulement utile.';
