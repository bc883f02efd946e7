import fc from 'fast-check';
import { groupedBy, slices } from './batches.js';

describe('slices', () => {
  it('keeps all items in order, in lists that are full but for the last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, size) => {
        const cut = slices(items, size);
        expect(cut.flat()).toEqual(items);
        expect(cut.slice(0, -1).every((slice) => slice.length === size)).toBe(true);
        expect(cut.every((slice) => slice.length > 0 && slice.length <= size)).toBe(true);
      }),
    );
  });
});

describe('groupedBy', () => {
  it('keeps keys and items in the order they came', () => {
    const groups = groupedBy(['bb', 'a', 'cc', 'd'], (text) => text.length);
    expect([...groups]).toEqual([
      [2, ['bb', 'cc']],
      [1, ['a', 'd']],
    ]);
  });
});
