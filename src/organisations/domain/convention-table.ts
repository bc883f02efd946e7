import type { LocalDate } from '../../kernel/index.js';
import { DUTIES, type Convention, type Duty } from './convention.js';
import type { Organisation } from './organisation.js';
import { readDay } from './organisation-text.js';
import type { ReferenceRow } from './reference-table.js';
import {
  namedLines,
  repeatedKeys,
  type NamedLine,
  type TableFault,
  type TableReading,
  type TableRecord,
} from './table-reading.js';

/** The columns of a file of conventions, in order. */
export const CONVENTION_COLUMNS = [
  'code_mission_locale',
  'code_unite',
  'premier_jour',
  'dernier_jour',
  'engagements',
] as const;
type Column = (typeof CONVENTION_COLUMNS)[number];

/** How a file names the duties of a convention. */
const DUTY_CODES: Readonly<Record<Duty, string>> = {
  'session-presence': 'PRESENCE_REUNIONS',
  'medical-conclusion-release': 'CONCLUSION_MEDICALE',
  'direct-applicant-invitation': 'INVITATION_DIRECTS',
  'follow-up': 'SUIVI',
};

/** The bodies of the register, by code and by id. */
export interface Bodies {
  readonly byCode: ReadonlyMap<string, Organisation>;
  readonly byId: ReadonlyMap<string, Organisation>;
}

/** The bodies of the register, to find one. */
export function bodiesOf(organisations: readonly Organisation[]): Bodies {
  return {
    byCode: new Map(organisations.map((one) => [one.code, one])),
    byId: new Map(organisations.map((one) => [one.id, one])),
  };
}

/** A convention as a row of its set: found by its two parties and its first day. */
export function conventionRow(convention: Convention, { byId }: Bodies): ReferenceRow {
  const { missionLocaleId, unitId, validFrom, validTo, duties } = convention;
  const [ml, unit] = [byId.get(missionLocaleId)?.code ?? '', byId.get(unitId)?.code ?? ''];
  return rowOf(ml, unit, { validFrom, validTo, duties });
}

/** The cells of a convention in a file. */
export function conventionCells(convention: Convention, bodies: Bodies): readonly string[] {
  const { key, values } = conventionRow(convention, bodies);
  return [...key.split(' '), values['validTo'] ?? '', values['duties'] ?? ''];
}

/** The convention that a row tells; nothing when a party is not in the register. */
export function conventionOfRow(
  { key, values }: ReferenceRow,
  { byCode }: Bodies,
): Convention | undefined {
  const [ml = '', unit = '', from = ''] = key.split(' ');
  const [missionLocaleId, unitId] = [byCode.get(ml)?.id, byCode.get(unit)?.id];
  const validFrom = readDay(from);
  if (!missionLocaleId || !unitId || !validFrom) return undefined;
  const validTo = readDay(values['validTo'] ?? '') ?? null;
  const codes = (values['duties'] ?? '').split(' ');
  const duties = DUTIES.filter((duty) => codes.includes(DUTY_CODES[duty]));
  return { missionLocaleId, unitId, validFrom, validTo, duties };
}

/** Reads a file of conventions. */
export function readConventions(records: readonly TableRecord[], bodies: Bodies): TableReading {
  const { lines, faults } = namedLines(CONVENTION_COLUMNS, records);
  const read = lines.map((line) => ({ line: line.line, ...readLine(line, bodies) }));
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

function readLine(
  { line, cells }: NamedLine,
  { byCode }: Bodies,
): { readonly row: ReferenceRow | null; readonly faults: readonly TableFault[] } {
  const cell = (column: Column): string => cells[column] ?? '';
  const [ml, unit] = [cell('code_mission_locale'), cell('code_unite')];
  const validFrom = readDay(cell('premier_jour'));
  const validTo = cell('dernier_jour') === '' ? null : readDay(cell('dernier_jour'));
  const codes = cell('engagements').split(/[ ,]+/).filter(Boolean);
  const duties = DUTIES.filter((duty) => codes.includes(DUTY_CODES[duty]));
  const isOrdered = !validFrom || !validTo || validFrom <= validTo;
  const wrong: readonly (readonly [boolean, Column, string])[] = [
    [byCode.get(ml)?.kind !== 'mission-locale', 'code_mission_locale', UNKNOWN_PARTY],
    [byCode.get(unit)?.kind !== 'unit', 'code_unite', UNKNOWN_PARTY],
    [validFrom === undefined, 'premier_jour', DAY],
    [validTo === undefined || !isOrdered, 'dernier_jour', LAST_DAY],
    [duties.length !== new Set(codes).size, 'engagements', DUTIES_SAID],
  ];
  const faults = wrong
    .filter(([isWrong]) => isWrong)
    .map(([, column, said]) => ({ line, column, said }));
  if (faults.length > 0 || !validFrom || validTo === undefined) return { row: null, faults };
  return { row: rowOf(ml, unit, { validFrom, validTo, duties }), faults };
}

const UNKNOWN_PARTY =
  'Aucun organisme de cette nature ne porte ce code : ajoutez-le d’abord aux organismes.';
const DAY = 'Le premier jour doit être une date réelle, par exemple 2026-01-01 ou 01/01/2026.';
const LAST_DAY = 'Le dernier jour est vide, ou une date réelle, le premier jour ou après lui.';
const DUTIES_SAID = `Les engagements, séparés par une espace, sont ${Object.values(DUTY_CODES).join(', ')}.`;

function rowOf(
  ml: string,
  unit: string,
  said: {
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate | null;
    readonly duties: readonly Duty[];
  },
): ReferenceRow {
  const { validFrom, validTo, duties } = said;
  const codes = DUTIES.filter((duty) => duties.includes(duty)).map((duty) => DUTY_CODES[duty]);
  return {
    key: `${ml} ${unit} ${validFrom}`,
    label: `${ml} – ${unit}, depuis le ${validFrom}`,
    values: { validTo: validTo ?? '', duties: codes.join(' ') },
  };
}
