import fc from 'fast-check';
import { spreadsheetText } from './spreadsheet-text.js';

describe('A cell for a spreadsheet', () => {
  it.each(['=1+1', '+33', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＠x'])(
    'never starts a formula: %j',
    (text) => {
      expect(spreadsheetText(text)).toBe(`'${text}`);
    },
  );

  it('is left as it is otherwise', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(spreadsheetText(`a${text}`)).toBe(`a${text}`);
      }),
    );
  });
});
