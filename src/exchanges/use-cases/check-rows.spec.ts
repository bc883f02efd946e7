import { localDate } from '../../kernel/index.js';
import type { CsvRecord } from '../../platform/csv/index.js';
import { declaredMapping, headersOf, sampleCells, type CheckContext } from '../flow/index.js';
import { ORIENTATIONS } from '../flows/index.js';
import { RowsChecked } from './check-rows.js';

const CONTEXT: CheckContext = {
  on: localDate(2026, 12, 2),
  emitterCode: '97411S00',
  communes: { isKnown: () => true, isFormer: () => false, successorOf: () => undefined },
  references: { standingOf: () => ({ standing: 'current' }) },
  file: { nature: 'I', period: '2026-11', isSlotOpen: true },
};
const HEADERS = headersOf(ORIENTATIONS);
const [SAMPLE = []] = sampleCells(ORIENTATIONS);
const LETTERS = 'ABCDEFGHIJ';

/** Some valid rows, but for what `over` says of the row of each index. */
function records(
  count: number,
  over: (index: number) => Readonly<Record<string, string>> = () => ({}),
): CsvRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const own: Record<string, string> = {
      identifiant_ligne: String(index + 1),
      reference_orientation: SAMPLE[HEADERS.indexOf('reference_orientation')] ?? '',
      ...over(index),
    };
    const cells = HEADERS.map((header, at) => own[header] ?? SAMPLE[at] ?? '');
    return { cells, line: index + 2, byteStart: index * 10, byteEnd: index * 10 + 9 } as CsvRecord;
  });
}

/** Names that differ, so that rows of one reference are not the same row. */
const named = (index: number) => ({
  nom_naissance: [...String(index)].map((digit) => LETTERS[Number(digit)]).join(''),
});

function check(rows: readonly CsvRecord[]) {
  const checked = new RowsChecked(ORIENTATIONS, CONTEXT, declaredMapping(ORIENTATIONS));
  return { checked, ...checked.add(rows) };
}

const WRONG = { date_naissance: '2005-02-31' };
const OTHER = { code_structure: '97416S00' };

const gatesOf = (rows: readonly CsvRecord[]) =>
  check(rows)
    .checked.gates()
    .map(({ code }) => code);

describe('The first reading of a file', () => {
  it('settles what needs no application, and says where it stands', () => {
    const { settled, anomalies, checked } = check([...records(1, () => WRONG)]);
    expect(settled).toEqual([
      {
        line: 2,
        rowId: 1,
        naturalKey: SAMPLE[HEADERS.indexOf('reference_orientation')],
        state: 'R',
        resourceId: null,
        recipientId: null,
        byteStart: 0,
        byteEnd: 9,
      },
    ]);
    expect(anomalies.map(({ code }) => code)).toEqual(['type-error']);
    expect([...checked.leftOut]).toEqual([2]);
    expect(checked.total).toBe(1);
  });

  it.each([
    ['what is no key', { reference_orientation: 'Léa Payet' }],
    ['the key of a row that holds what is forbidden', { nom_naissance: '2050397411123' }],
  ])('does not keep %s', (_, over) => {
    const { settled } = check(records(1, () => over));
    expect(settled.map(({ state, naturalKey }) => [state, naturalKey])).toEqual([['R', null]]);
  });

  it('keeps one of two rows that are the same', () => {
    const { settled, checked } = check(records(2));
    expect(settled.map(({ line, state }) => [line, state])).toEqual([[3, 'I']]);
    expect([[...checked.leftOut], [...checked.withdrawn]]).toEqual([[3], []]);
    expect(checked.hasRemarks).toBe(true);
  });

  it('takes back the first of two rows that contradict each other', () => {
    const { settled, checked } = check(records(3, named));
    expect(settled.map(({ line, state }) => [line, state])).toEqual([
      [3, 'R'],
      [4, 'R'],
    ]);
    expect([...checked.withdrawn]).toEqual([2]);
  });

  it('counts no blank row, and says at the end that there was one', () => {
    const blank = { ...records(1)[0], cells: HEADERS.map(() => ' '), line: 3 } as CsvRecord;
    const { checked, settled } = check([...records(1), blank]);
    expect([checked.total, settled, checked.hasRemarks]).toEqual([1, [], false]);
    expect(checked.end().map(({ line, code, level }) => [line, code, level])).toEqual([
      [3, 'blank-row', 'INFORMATION'],
    ]);
  });

  it('finds the number of a row where the file has it', () => {
    const reversed = HEADERS.toReversed();
    const mapping = {
      width: reversed.length,
      indexes: HEADERS.map((header) => reversed.indexOf(header)),
    };
    const checked = new RowsChecked(ORIENTATIONS, CONTEXT, mapping);
    const [row] = records(1, () => WRONG);
    if (!row) throw new Error('one record');
    const { settled } = checked.add([{ ...row, cells: row.cells.toReversed() }]);
    expect(settled.map(({ rowId }) => rowId)).toEqual([1]);
  });

  it.each([
    ['nothing', '', null],
    ['a word', 'un', null],
    ['a fraction', '1.5', null],
    ['more than the ledger holds', '2147483648', null],
    ['the most it holds', '2147483647', 2_147_483_647],
  ])('records %s as the number of a row: %s', (_, identifiant, rowId) => {
    const rows = records(1, () => ({ ...WRONG, identifiant_ligne: identifiant }));
    expect(check(rows).settled.map((one) => one.rowId)).toEqual([rowId]);
  });
});

describe('The gate of drift', () => {
  // All accepted rows but the first repeat it: they are taken as unchanged, not refused.
  it.each([
    [19, 19, []],
    [20, 20, ['DERIVE_MASSIVE']],
    [4, 40, []],
    [19, 40, []],
    [20, 40, ['DERIVE_MASSIVE']],
    [20, 200, []],
    [21, 200, ['DERIVE_MASSIVE']],
  ])('with %i refused of %i: %j', (wrong, count, expected) => {
    const rows = records(count, (index) => (index < wrong ? WRONG : {}));
    expect(gatesOf(rows)).toEqual(expected);
  });

  it('counts both rows of a conflict', () => {
    expect(gatesOf(records(19, named))).toEqual([]);
    expect(gatesOf(records(20, named))).toEqual(['DERIVE_MASSIVE']);
  });
});

describe('The gate of scope', () => {
  const othersUpTo = (others: number) => (index: number) => (index < others ? OTHER : {});
  const many = (others: number, count: number) => gatesOf(records(count, othersUpTo(others)));

  it.each([
    ['none', 0, 40, []],
    ['the only row', 1, 1, ['HORS_PERIMETRE']],
    ['1 of 99', 1, 99, ['HORS_PERIMETRE']],
    ['1 of 100', 1, 100, []],
    ['4 of 400', 4, 400, []],
    ['5 of 1000', 5, 1_000, ['HORS_PERIMETRE']],
  ])('with %s of others', (_, others, count, expected) => {
    expect(many(others, count)).toEqual(expected);
  });

  it('counts a row once, however many of its cells are of others', () => {
    const rows = records(400, (index) => (index < 4 ? { ...OTHER, ...WRONG } : {}));
    expect(gatesOf(rows)).toEqual([]);
  });
});
