import type { LocalDate } from '../../kernel/index.js';
import { coverageRows } from './coverage-table.js';
import { diffRows } from './reference-table.js';
import { missionLocaleOf } from './coverage.js';
import type { CoverageEntry } from './coverage.js';

const day = (text: string) => text as LocalDate;
const on = day('2026-11-22');

const entry = (
  communeCode: string,
  missionLocaleCode: string,
  validFrom = '2026-01-01',
  validTo: string | null = null,
): CoverageEntry => ({
  communeCode,
  missionLocaleCode,
  validFrom: day(validFrom),
  validTo: validTo === null ? null : day(validTo),
});

describe('mission locale of a commune', () => {
  it('is the only one that covers it that day', () => {
    const coverage = [
      entry('97411', '97410S00', '2020-01-01', '2025-12-31'),
      entry('97411', '97411S00'),
    ];
    expect(missionLocaleOf('97411', on, coverage)).toEqual({
      state: 'routed',
      missionLocaleCode: '97411S00',
    });
    expect(missionLocaleOf('97411', day('2025-12-31'), coverage)).toMatchObject({
      missionLocaleCode: '97410S00',
    });
  });

  it('is for a human to choose when several share the commune', () => {
    const coverage = [entry('59350', '59606S00'), entry('59350', '59350S00')];
    expect(missionLocaleOf('59350', on, coverage)).toEqual({
      state: 'ambiguous',
      candidates: ['59350S00', '59606S00'],
    });
  });

  it('is found through the present code of a merged commune', () => {
    const coverage = [entry('97801', '97801S00')];
    const currentOf = (code: string) => (code === '97127' ? '97801' : undefined);
    expect(missionLocaleOf('97127', on, coverage, currentOf)).toMatchObject({ state: 'routed' });
    expect(missionLocaleOf('97127', on, coverage)).toEqual({ state: 'unresolved' });
  });

  it('is that of the old code while the coverage still lists it', () => {
    const coverage = [entry('01340', '01004S00'), entry('01015', '01053S00')];
    expect(missionLocaleOf('01340', on, coverage, () => '01015')).toMatchObject({
      missionLocaleCode: '01004S00',
    });
  });

  it.each([
    ['98818', '988', ['NC001S00', 'NC002S00']],
    ['98735', '987', []],
    ['97502', '975', []],
    ['98613', '986', []],
  ])('of %s is outside the network', (code, department, candidates) => {
    expect(missionLocaleOf(code, on, [])).toEqual({
      state: 'outside-network',
      department,
      candidates,
    });
  });

  it('is unresolved for a commune nobody covers yet', () => {
    const future = [entry('75101', '75119S00', '2027-01-01')];
    expect(missionLocaleOf('75101', on, future)).toEqual({ state: 'unresolved' });
  });
});

describe('difference between two coverages', () => {
  it('tells what appears, disappears and changes hands, and nothing else', () => {
    const pair = (communeCode: string, missionLocaleCode: string) => ({
      communeCode,
      missionLocaleCode,
    });
    const current = [
      pair('1', 'A'),
      pair('2', 'A'),
      pair('3', 'A'),
      pair('4', 'A'),
      pair('4', 'B'),
    ];
    const incoming = [
      pair('4', 'B'),
      pair('4', 'A'),
      pair('1', 'A'),
      pair('2', 'B'),
      pair('5', 'A'),
    ];
    expect(diffRows(coverageRows(current), coverageRows(incoming))).toMatchObject({
      added: [{ key: '5', changes: [{ before: null, after: 'A' }] }],
      absent: [{ key: '3', changes: [{ before: 'A', after: null }] }],
      changed: [{ key: '2', changes: [{ before: 'A', after: 'B' }] }],
      unchanged: 2,
    });
  });

  it('sees a commune that becomes shared', () => {
    const current = [{ communeCode: '1', missionLocaleCode: 'A' }];
    const incoming = [...current, { communeCode: '1', missionLocaleCode: 'B' }];
    expect(diffRows(coverageRows(current), coverageRows(incoming)).changed).toMatchObject([
      { key: '1', changes: [{ before: 'A', after: 'A, B' }] },
    ]);
  });
});
