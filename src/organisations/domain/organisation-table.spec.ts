import {
  demonstrationConventions,
  SHIPPED_ORGANISATIONS,
} from '../reference/shipped-organisations.js';
import {
  bodiesOf,
  CONVENTION_COLUMNS,
  conventionCells,
  conventionOfRow,
  conventionRow,
  readConventions,
} from './convention-table.js';
import { NOT_SHIPPED } from './shipped-register.js';
import { COVERAGE_COLUMNS } from './coverage-file.js';
import { readCoverageTable } from './coverage-table.js';
import {
  ORGANISATION_COLUMNS,
  organisationCells,
  organisationRow,
  readOrganisations,
} from './organisation-table.js';
import { diffRows, isEmptyDifference } from './reference-table.js';
import { namedLines } from './table-reading.js';

const CONTACT = {
  street: '12 rue du Port',
  postalCode: '01000',
  town: 'Bourg-en-Bresse',
  phone: '+262 262 00 00 00',
  serviceEmail: 'accueil@exemple.fr',
};
const REGISTER = SHIPPED_ORGANISATIONS.map((one) => {
  return { ...one, ...NOT_SHIPPED, ...CONTACT, version: 1 };
});
const CONVENTIONS = demonstrationConventions();

/** A file: its header, then its lines, numbered as in the file. */
const fileOf = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  [header, ...rows].map((cells, at) => ({ line: at + 1, cells }));

describe('A set that is written and read again', () => {
  it('is the same register of organisations', () => {
    const file = fileOf(ORGANISATION_COLUMNS, REGISTER.map(organisationCells));
    const { rows, faults } = readOrganisations(file, REGISTER);
    expect(faults).toEqual([]);
    expect(isEmptyDifference(diffRows(REGISTER.map(organisationRow), rows))).toBe(true);
  });

  it('is the same conventions', () => {
    const bodies = bodiesOf(REGISTER);
    const file = fileOf(
      CONVENTION_COLUMNS,
      CONVENTIONS.map((one) => conventionCells(one, bodies)),
    );
    const { rows, faults } = readConventions(file, bodies);
    expect(faults).toEqual([]);
    const before = CONVENTIONS.map((one) => conventionRow(one, bodies));
    expect(isEmptyDifference(diffRows(before, rows))).toBe(true);
    expect(rows.map((row) => conventionOfRow(row, bodies))).toEqual(CONVENTIONS);
  });

  it('takes away the apostrophe that keeps a spreadsheet from computing', () => {
    const cells = [["'=1+1"], ["'-2"], ["L'île"], ["'x"]];
    const { lines } = namedLines(['nom'], fileOf(['nom'], cells));
    expect(lines.map((line) => line.cells['nom'])).toEqual(['=1+1', '-2', "L'île", "'x"]);
  });
});

describe('A coverage that names an unknown mission locale', () => {
  it('says so on its line, and every other fault on its own', () => {
    const line = (commune: string, ml: string) =>
      [commune, 'Nom', '', '', '', ml, '', '', '', 'Non', '', '', ''].map(String);
    const rows = [line('97411', '97411'), line('97412', '97499'), line('1004', '97411')];
    const structures = new Map([['97411', '97411S00']]);
    const reading = readCoverageTable(fileOf(COVERAGE_COLUMNS, rows), structures);
    expect(reading.faults.map(({ line: at, column }) => [at, column])).toEqual([
      [4, 'Code INSEE'],
      [3, 'Code ML'],
    ]);
    expect(reading.rows).toEqual([
      { key: '97411', label: '97411', values: { missionsLocales: '97411S00' } },
    ]);
  });
});
