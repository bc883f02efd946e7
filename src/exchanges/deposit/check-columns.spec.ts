import { checkColumns, type EarlierRates } from './check-columns.js';

const rate = (empty: number, refused = 0) => ({ empty: empty * 100, refused: refused * 100 });
/** Six photos of 20 rows, of these rates of one column, in percent. */
const before = (rates: readonly number[], rows = 20): EarlierRates[] =>
  rates.map((empty) => ({ rows, rates: { courriel: rate(empty, empty) } }));
const STEADY = [10, 10, 10, 10, 10, 10];

const codes = (percent: number, earlier: readonly EarlierRates[]) =>
  checkColumns({ courriel: rate(percent) }, earlier).map(({ precision }) => precision);

describe('A column empty far more often than usual', () => {
  it.each([
    [30, STEADY, []],
    [31, STEADY, ['VIDE']],
    [100, STEADY, ['VIDE']],
    [0, [100, 100, 100, 100, 100, 100], []],
    // The median: one odd month makes no habit.
    [31, [100, 10, 10, 10, 10, 10], ['VIDE']],
    [35, [0, 0, 10, 20, 40, 40], []],
    [36, [0, 0, 10, 20, 40, 40], ['VIDE']],
  ])('at %i percent after %j: %j', (percent, earlier, expected) => {
    expect(codes(percent, before(earlier))).toEqual(expected);
  });

  it('is not judged before six photos, nor on photos of fewer than twenty rows', () => {
    expect(codes(100, before(STEADY.slice(1)))).toEqual([]);
    expect(codes(100, before(STEADY, 19))).toEqual([]);
  });

  it('is not judged where an earlier photo did not count it', () => {
    const [first, ...others] = before(STEADY);
    if (!first) throw new Error('six photos');
    expect(codes(100, [{ ...first, rates: null }, ...others])).toEqual([]);
    expect(codes(100, [{ ...first, rates: { autre: rate(0) } }, ...others])).toEqual([]);
  });

  it('is told with both rates, apart from those refused more often', () => {
    const found = checkColumns({ courriel: rate(80, 45) }, before(STEADY));
    expect(found.map(({ code, precision, level }) => [code, precision, level])).toEqual([
      ['DERIVE_COLONNE', 'VIDE', 'A_CONFIRMER'],
      ['DERIVE_COLONNE', 'ERREUR', 'A_CONFIRMER'],
    ]);
    expect(found[0]?.message).toContain('courriel (80 % au lieu de 10 %)');
    expect(found[1]?.message).toContain('courriel (45 % au lieu de 10 %)');
  });
});
