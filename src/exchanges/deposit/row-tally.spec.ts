import { declaredMapping, headersOf } from '../flow/index.js';
import { SUITES } from '../flows/index.js';
import { controlSum } from './control-sum.js';
import { RowTally } from './row-tally.js';

const HEADERS = headersOf(SUITES);

function cells(over: Record<string, string>, headers = HEADERS): string[] {
  return headers.map((header) => over[header] ?? '');
}

const FIRST = {
  type_ligne: 'SITUATION',
  reference_orientation: 'ORI-2026-0A1B2C3D-G',
  code_structure: '97411S00',
  code_unite: 'RSMA-RE',
  numero_dossier_unite: 'RE-1',
};
const DIRECT = {
  ...FIRST,
  type_ligne: 'CORRECTION',
  reference_orientation: '',
  code_structure: '',
};

describe('The tally of a file', () => {
  it('counts rows as sent, by type and by recipient, and adds up their keys', () => {
    const tally = new RowTally(SUITES);
    tally.begin(declaredMapping(SUITES));
    tally.add(cells(FIRST));
    tally.add(cells({ ...FIRST, code_structure: ' 97416S00 ' }));
    tally.add(cells(DIRECT));
    expect(tally.totals()).toEqual({
      rows: 3,
      rowsByType: { SITUATION: 2, CORRECTION: 1 },
      rowsByRecipient: { '97411S00': 1, '97416S00': 1, '': 1 },
      rowsUncounted: 0,
      controlSum: controlSum([
        FIRST.reference_orientation,
        FIRST.reference_orientation,
        'RSMA-RE|RE-1',
      ]),
    });
  });

  it('finds the columns where the file has them', () => {
    const reversed = HEADERS.toReversed();
    const tally = new RowTally(SUITES);
    tally.begin({
      width: reversed.length,
      indexes: HEADERS.map((header) => reversed.indexOf(header)),
    });
    tally.add(cells(FIRST, reversed));
    const { rowsByType, rowsByRecipient } = tally.totals();
    expect([rowsByType, rowsByRecipient]).toEqual([{ SITUATION: 1 }, { '97411S00': 1 }]);
  });

  it('counts a misshapen row as such only: its cells mean nothing', () => {
    const tally = new RowTally(SUITES);
    tally.begin(declaredMapping(SUITES));
    tally.add([...cells(FIRST), 'more']);
    tally.add(['Total : 1']);
    expect(tally.totals()).toMatchObject({ rows: 2, rowsUncounted: 2, rowsByType: {} });
  });

  it('takes any text for a code, even one that names a property of every object', () => {
    const tally = new RowTally(SUITES);
    tally.begin(declaredMapping(SUITES));
    tally.add(cells({ ...FIRST, code_structure: '__proto__' }));
    expect(Object.entries(tally.totals().rowsByRecipient)).toEqual([['__proto__', 1]]);
  });
});
