import { isInRegionOf } from './regions.js';

const at = (department: string | null) => ({ department });

describe('What is in the region of a body', () => {
  it.each([
    ['974', '974', true],
    ['974', '976', false],
    ['51', '57', true],
    ['51', '29', false],
    ['2A', '2B', true],
    [null, '974', true],
    ['974', null, false],
  ])('with its seat in %s, %s: %s', (seat, department, isIn) => {
    expect(isInRegionOf(at(seat), at(department))).toBe(isIn);
  });

  it('knows every department of the mainland once', () => {
    const numbered = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0'));
    const alone = numbered.filter((one) => {
      const others = [...numbered, '2A', '2B'].filter((other) => other !== one);
      return !others.some((other) => isInRegionOf(at(one), at(other)));
    });
    expect(alone).toEqual([]);
  });
});
