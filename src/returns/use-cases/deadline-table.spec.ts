import { readFileSync } from 'node:fs';
import { parseLocalDate, type LocalDate } from '../../kernel/index.js';
import { bodiesOf, type Organisation } from '../../organisations/index.js';
import {
  DEADLINE_CODES,
  DEADLINE_COLUMNS,
  deadlineCells,
  deadlineOfRow,
  deadlineRow,
  readDeadlines,
} from './deadline-table.js';
import {
  DEADLINE_RULES,
  type DeadlineOverride,
  type DeadlineRuleCode,
} from '../domain/deadline.rules.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const NORD = { id: 'b1', code: '97411S00' } as Organisation;
const bodies = bodiesOf([NORD]);
const today = on('2026-11-29');
const BEGUN: DeadlineOverride = {
  rule: 'return-acknowledge',
  length: 4,
  territory: 'RE',
  organisationId: null,
  validFrom: on('2026-01-01'),
  validTo: null,
};
const AHEAD: DeadlineOverride = {
  rule: 'return-attempts',
  length: 5,
  territory: 'RE',
  organisationId: 'b1',
  validFrom: on('2027-01-01'),
  validTo: on('2027-06-30'),
};

function read(known: readonly DeadlineOverride[], ...lines: readonly (readonly string[])[]) {
  const records = [DEADLINE_COLUMNS, ...lines].map((cells, index) => ({ line: index + 1, cells }));
  return readDeadlines(records, { bodies, known, today });
}
const cellsOf = (override: DeadlineOverride, changed: Partial<DeadlineOverride> = {}) =>
  deadlineCells({ ...override, ...changed }, bodies);

describe('A file of deadlines', () => {
  it('says again what it was exported from', () => {
    const { rows, faults } = read([BEGUN, AHEAD], cellsOf(BEGUN), cellsOf(AHEAD));

    expect(faults).toEqual([]);
    expect(rows).toEqual([deadlineRow(BEGUN, bodies), deadlineRow(AHEAD, bodies)]);
    expect(rows.map((row) => deadlineOfRow(row, bodies))).toEqual([BEGUN, AHEAD]);
  });

  it.each([
    ['a new one from today', [], { validFrom: today }],
    ['the end of one that holds', [BEGUN], { validTo: today }],
    ['another end', [BEGUN], { validTo: on('2027-03-01') }],
  ])('may bring %s', (_what, known, changed) => {
    expect(read(known, cellsOf(BEGUN, changed)).faults).toEqual([]);
  });

  it('may bring another length of one that does not hold yet', () => {
    expect(read([AHEAD], cellsOf(AHEAD, { length: 2 })).faults).toEqual([]);
  });

  it.each([
    ['a new one from yesterday', [], { validFrom: on('2026-11-28') }, 'premier_jour'],
    ['another length of one that holds', [BEGUN], { length: 9 }, 'duree'],
    ['an end in the past', [BEGUN], { validTo: on('2026-11-28') }, 'dernier_jour'],
    [
      'another end of one that is over',
      [{ ...BEGUN, validTo: on('2026-11-28') }],
      { validTo: null },
      'dernier_jour',
    ],
  ])('may not bring %s: a date already given never moves', (_what, known, changed, column) => {
    const { rows, faults } = read(known, cellsOf(BEGUN, changed));

    expect(rows).toEqual([]);
    expect(faults).toMatchObject([{ line: 2, column }]);
  });

  it.each([
    ['an unknown rule', ['RETOUR', 'RE', '', '2027-01-01', '', '3'], 'delai'],
    ['an unknown territory', ['RETOUR_RELANCE', 'XX', '', '2027-01-01', '', '3'], 'territoire'],
    ['no place', ['RETOUR_RELANCE', '', '', '2027-01-01', '', '3'], 'territoire'],
    ['an unknown body', ['RETOUR_RELANCE', '', '1S0', '2027-01-01', '', '3'], 'code_organisme'],
    ['no day', ['RETOUR_RELANCE', 'RE', '', '2027-02-30', '', '3'], 'premier_jour'],
    [
      'an end before it begins',
      ['RETOUR_RELANCE', 'RE', '', '2027-01-01', '2026-12-31', '3'],
      'dernier_jour',
    ],
    ['no number', ['RETOUR_RELANCE', 'RE', '', '2027-01-01', '', '3,5'], 'duree'],
    ['more than a year', ['RETOUR_RELANCE', 'RE', '', '2027-01-01', '', '367'], 'duree'],
    ['no attempt at all', ['RETOUR_TENTATIVES', 'RE', '', '2027-01-01', '', '0'], 'duree'],
  ])('is refused where it says %s', (_what, cells, column) => {
    const { rows, faults } = read([], cells);

    expect(rows).toEqual([]);
    expect(faults).toMatchObject([{ line: 2, column }]);
  });

  it('names each length once', () => {
    const { faults } = read([], cellsOf(AHEAD), cellsOf(AHEAD, { length: 2 }));

    expect(faults).toMatchObject([{ line: 3, column: 'premier_jour' }]);
  });
});

describe('The guide of administrators', () => {
  const guide = readFileSync('docs/guide-administration.md', 'utf8');

  it.each(Object.entries(DEADLINE_CODES))('says how long %s is as shipped', (rule, code) => {
    const { length } = DEADLINE_RULES[rule as DeadlineRuleCode];

    expect(guide).toMatch(new RegExp(`\\| \`${code}\` +\\| ${length} `, 'u'));
  });
});
