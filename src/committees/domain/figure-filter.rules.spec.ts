import { askedPeriod, askedPlaces } from './figure-filter.rules.js';
import { firstHalf, wholeYear } from './periods.js';
import { Places } from './places.js';

const PERIODS = [firstHalf(2026), wholeYear(2025)];
const { all } = new Places([
  { id: '1', code: 'RSMA-RE', name: 'Réunion', scheme: 'SMA', territory: 'La Réunion' },
  { id: '2', code: 'RSMA-YT', name: 'Mayotte', scheme: 'SMA', territory: 'Mayotte' },
  { id: '3', code: 'SMV-BREST', name: 'Brest', scheme: 'SMV', territory: 'Hexagone' },
]);
const codesOf = (filter: Parameters<typeof askedPlaces>[1]) =>
  askedPlaces(all, filter).map(({ code }) => code);
const refusalOf = (ask: () => unknown) => {
  try {
    ask();
    return null;
  } catch (error) {
    const { code, issues } = error as { code: string; issues: readonly { pointer: string }[] };
    return [code, ...issues.map(({ pointer }) => pointer)];
  }
};

describe('What somebody asks figures of', () => {
  it('is the latest period and every place when nothing is said', () => {
    expect(askedPeriod(PERIODS, {}).code).toBe('2026-S1');
    expect(codesOf({})).toEqual(all.map(({ code }) => code));
  });

  it('is a year or a half-year, an agreement, a territory, a unit', () => {
    expect(askedPeriod(PERIODS, { period: '2025' }).code).toBe('2025');
    expect(codesOf({ agreement: 'SMA' })).toEqual(['SMA', 'RSMA-RE', 'RSMA-YT']);
    expect(codesOf({ territory: 'Mayotte' })).toEqual(['RSMA-YT']);
    expect(codesOf({ agreement: 'SMV', unit: 'SMV-BREST' })).toEqual(['SMV-BREST']);
  });

  it('is refused by the name of the filter that nothing answers', () => {
    expect(refusalOf(() => askedPeriod(PERIODS, { period: '2031' }))).toEqual([
      'figures-filter-unknown',
      '/period',
    ]);
    expect(refusalOf(() => codesOf({ agreement: 'SMV', unit: 'RSMA-RE' }))).toEqual([
      'figures-filter-unknown',
      '/unit',
    ]);
    expect(refusalOf(() => codesOf({ unit: 'national' }))).toEqual([
      'figures-filter-unknown',
      '/unit',
    ]);
  });
});
