import { toText } from './sql-value.js';

describe('A value of a batched statement', () => {
  it.each([
    ['text', 'l’été', 'l’été'],
    ['a number', 12, '12'],
    ['a boolean', true, 'true'],
    ['nothing', null, null],
    ['a list', ['a', 'b,c'], '{"a","b,c"}'],
    ['an empty list', [], '{}'],
    ['a list with quotes and backslashes', ['a"b', 'c\\d'], '{"a\\"b","c\\\\d"}'],
  ])('is written for PostgreSQL when it is %s', (_title, value, text) => {
    expect(toText(value)).toBe(text);
  });
});
