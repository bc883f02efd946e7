import fc from 'fast-check';
import { parseInstant, parseMonth } from '../../kernel/index.js';
import { checkTotals } from './check-totals.js';
import { makeManifest } from './make-manifest.js';
import type { FileNameParts } from './file-name.js';

const NAME: FileNameParts = {
  flow: 'SUI',
  mode: 'P',
  emitter: 'RSMA-RE',
  period: parseMonth('2026-10')!,
  sequence: 7,
  nature: 'I',
  schemaMajor: 1,
  extension: 'csv',
};
const MADE_FOR = {
  exchangeId: '0193c1f2-8f0e-7b6a-9f1d-5a1c9e0b7f42',
  fileName: 'SUI_P_RSMA-RE_2026-10_000007_I_v1.csv',
  name: NAME,
  version: '1.0.0',
  now: parseInstant('2026-11-28T08:00:00Z')!,
};

const counts = fc.dictionary(
  fc.oneof(fc.constantFrom('SITUATION', 'CORRECTION', '97411S00', ''), fc.string()),
  fc.integer({ min: 1, max: 9 }),
);
const sum = (of: Readonly<Record<string, number>>) =>
  Object.values(of).reduce((total, count) => total + count, 0);

describe('The manifest made for a page', () => {
  it('announces what was measured, whatever the rows say of their type and recipient', () => {
    fc.assert(
      fc.property(counts, counts, fc.nat(5), (rowsByType, rowsByRecipient, rowsUncounted) => {
        const rows = Math.max(sum(rowsByType), sum(rowsByRecipient)) + rowsUncounted;
        const found = {
          bytes: 12,
          sha256: 'a'.repeat(64),
          encoding: 'utf-8',
          separator: ';',
          rows,
          // Each counted row has one type and one recipient.
          rowsByType: padded(rowsByType, rows - rowsUncounted),
          rowsByRecipient: padded(rowsByRecipient, rows - rowsUncounted),
          rowsUncounted,
          controlSum: '1',
        };
        const { manifest, measured } = makeManifest(MADE_FOR, found);

        expect(checkTotals(manifest, measured)).toEqual([]);
      }),
    );
  });

  it('repeats nothing that is no code of an organisation', () => {
    const found = {
      bytes: 12,
      sha256: 'a'.repeat(64),
      encoding: 'utf-8',
      separator: ';',
      rows: 3,
      rowsByType: { SITUATION: 2, 'PAYET Léa': 1 },
      rowsByRecipient: { '97411S00': 2, 'PAYET Léa': 1 },
    };
    const { totals } = makeManifest(MADE_FOR, found).manifest;

    expect(totals.byType).toEqual({ SITUATION: 3, EVENEMENT: 0, CORRECTION: 0, ANNULATION: 0 });
    expect(totals.byRecipient).toEqual({ '97411S00': 2, '': 1 });
  });
});

function padded(of: Readonly<Record<string, number>>, rows: number): Record<string, number> {
  const missing = rows - sum(of);
  return missing === 0 ? of : { ...of, SITUATION: (of['SITUATION'] ?? 0) + missing };
}
