import fc from 'fast-check';
import { RowLedger } from './row-ledger.js';

describe('the ledger of a file', () => {
  it('gives the same verdicts as a plain list of rows, however many there are', () => {
    const row = fc.record({ key: fc.nat({ max: 40 }), content: fc.nat({ max: 2 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const ledger = new RowLedger();
        for (const [at, { key, content }] of rows.entries()) {
          const before = rows.slice(0, at).filter((other) => other.key === key);
          const isConflict = before.some((other) => other.content !== content);
          const entry = ledger.enter(key * 2 ** 40, content, { line: at + 2, rowId: at + 1 });
          if (before.length === 0) expect(entry.verdict).toBe('first');
          else if (isConflict) expect(entry.verdict).toBe('conflict');
          else expect(entry.verdict).toBe('identical');
        }
      }),
    );
  });

  it('finds the first row of a key again after it has grown', () => {
    const ledger = new RowLedger();
    for (let key = 0; key < 5_000; key += 1) {
      ledger.enter(key, key, { line: key + 2, rowId: key + 1 });
    }
    expect(ledger.enter(17, 17, { line: 9_000, rowId: 8_999 })).toEqual({
      verdict: 'identical',
      first: { line: 19, rowId: 18 },
    });
  });
});
