import { parseMonth } from '../../../kernel/index.js';
import type { Organisation } from '../../../organisations/index.js';
import type { UnitMonth } from '../../domain/calendar/unit-month.js';
import type { UnitGrid } from '../../use-cases/consult-unit-months.js';
import { monthIn, unitGridWords } from './presenter.js';

const OCTOBER = parseMonth('2026-10')!;
const UNIT = { id: 'u', code: 'RSMA-RE', usualName: 'RSMA de La Réunion' } as Organisation;
const OWN = { own: { id: 'u', kind: 'unit' }, canDeposit: true, isAdmin: false } as const;
const PILOT = { own: { id: 'p', kind: 'national' }, canDeposit: false, isAdmin: false } as const;
const gridOf = (month: Partial<UnitMonth>): UnitGrid => ({
  months: [OCTOBER],
  lines: [
    { unit: UNIT, months: [{ state: 'late', concerned: 2, owed: 6, rejected: 0, ...month }] },
  ],
  before: null,
  after: OCTOBER,
});
const cellOf = (month: Partial<UnitMonth>, reader: Parameters<typeof unitGridWords>[1] = OWN) =>
  unitGridWords(gridOf(month), reader).units[0]?.cells[0];

describe('The words of the grid of units', () => {
  it('say the state, of how many files, and how many lines were refused', () => {
    expect(cellOf({ rejected: 1 })).toMatchObject({
      state: { label: 'En retard' },
      share: '2\u00A0fichiers sur 6',
      rejected: '1\u00A0ligne rejetée',
    });
    expect(cellOf({ state: 'integrated', concerned: 6 })).toMatchObject({
      share: '',
      rejected: '',
    });
  });

  it('lead a unit to its month, and to a deposit while one is awaited', () => {
    const labels = (month: Partial<UnitMonth>) => cellOf(month)?.links.map(({ label }) => label);
    expect(labels({ state: 'late' })).toEqual(['Voir l’année', 'Déposer un fichier']);
    expect(labels({ state: 'missing' })).toEqual(['Voir l’année']);
    expect(labels({ state: 'partly' })).toEqual(['Voir l’année']);
    expect(labels({ state: 'upcoming' })).toEqual([]);
    expect(labels({ state: 'none' })).toEqual([]);
    expect(cellOf({}, { ...OWN, canDeposit: false })?.links).toHaveLength(1);
    expect(cellOf({}, PILOT)?.links).toEqual([]);
  });

  it('lead the administration, and nobody else, to the unit in the register', () => {
    const hrefFor = (isAdmin: boolean) =>
      unitGridWords(gridOf({}), { ...PILOT, isAdmin }).units[0]?.href;
    expect([hrefFor(true), hrefFor(false)]).toEqual(['/admin/organisations/u', null]);
  });

  it('lead to other months where there are some', () => {
    const { olderHref, newerHref } = unitGridWords(gridOf({}), PILOT);
    expect([olderHref, newerHref]).toEqual([null, '/echanges/unites?mois=2026-10']);
    expect([monthIn('2026-10'), monthIn('2026-13'), monthIn('')]).toEqual([OCTOBER, null, null]);
  });
});

describe('The month of an address', () => {
  it.each(['', 'x', '2026-13', '0001-01', '2019-12'])('is none for %j', (text) => {
    expect(monthIn(text)).toBeNull();
  });

  it('is one from the first year on', () => {
    expect(monthIn('2020-01')).toBe('2020-01');
    expect(monthIn('9999-12')).toBe('9999-12');
  });
});
