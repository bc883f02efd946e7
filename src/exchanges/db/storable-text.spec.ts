import { storableText } from './storable-text.js';

describe('A text for the ledger', () => {
  it.each([
    ['a\0b', 'a\uFFFDb'],
    ['a\uD83D', 'a\uFFFD'],
    ['\uDE00a', '\uFFFDa'],
    ['Léa 😀', 'Léa 😀'],
    [null, null],
  ])('%j is kept as %j', (text, kept) => {
    expect(storableText(text)).toBe(kept);
  });
});
