import { checkVolume } from './check-volume.js';

const USUAL = [20, 22, 18, 30, 20, 20];

describe('The volume of a photo', () => {
  it.each([
    [10, []],
    [9, ['DERIVE_VOLUME']],
    [40, []],
    [41, ['DERIVE_VOLUME']],
    [0, ['DERIVE_VOLUME']],
  ])('of %i rows where 20 are usual says %j', (rows, codes) => {
    expect(checkVolume(rows, USUAL).map(({ code }) => code)).toEqual(codes);
  });

  it('says how many rows came and how many are usual', () => {
    const [fault] = checkVolume(5, [30, 30, 31, 29, 30, 31]);
    expect(fault).toMatchObject({ level: 'A_CONFIRMER' });
    expect(fault?.message).toMatch(/ 5 .* 30 /);
  });

  it('is not judged before six files, nor where fewer than twenty rows are usual', () => {
    expect(checkVolume(1, USUAL.slice(1))).toEqual([]);
    expect(checkVolume(1, [19, 19, 20, 20, 19, 19])).toEqual([]);
    expect(checkVolume(1000, [0, 0, 0, 0, 0, 0])).toEqual([]);
  });

  it('is that of the two in the middle', () => {
    expect(checkVolume(24, [10, 10, 10, 90, 90, 90])).not.toEqual([]);
    expect(checkVolume(25, [10, 10, 10, 90, 90, 90])).toEqual([]);
  });
});
