import { mapHeader, sampleCells, headersOf, type RowAnomaly } from '../flow/index.js';
import { FLOWS } from '../flows/index.js';
import { RejectsCsv } from './rejects-csv.js';

const [flow] = FLOWS;
const headers = headersOf(flow);
const [sample = []] = sampleCells(flow);

function anomaly(over: Partial<RowAnomaly>): RowAnomaly {
  return {
    line: 2,
    rowId: 1,
    column: headers[3] ?? null,
    position: 4,
    type: 'constraint-error',
    code: 'CODE_INCONNU',
    precision: null,
    level: 'BLOQUANT_LIGNE',
    value: 'X',
    suggestedValue: null,
    message: 'Non.',
    correction: 'Indiquer un code.',
    rule: null,
    cascadeOf: null,
    ...over,
  };
}

const declared = new RejectsCsv(flow, mapHeader(flow, headers).mapping);

describe('The rejects of a file', () => {
  it('are the rows as sent, with what is wrong and what is suggested', () => {
    const cells = sample.with(4, ' a;"b" ');
    const line = declared.line(cells, [
      anomaly({ suggestedValue: '=1' }),
      anomaly({ code: 'type-error', precision: 'BOOLEEN', column: null }),
    ]);
    const [, , , , fifth = ''] = line.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    expect(fifth).toBe('" a;""b"" "');
    expect(line).toContain(
      `${headers[3]} : CODE_INCONNU. Indiquer un code. | type-error (BOOLEEN).`,
    );
    expect(line.endsWith(`;${headers[3]}==1\r\n`)).toBe(true);
  });

  it('can be sent back: their header is taken without a remark', () => {
    const sent = declared.header().replace('\uFEFF', '').trim().split(';');
    expect(mapHeader(flow, sent)).toMatchObject({ unknown: [], misspelt: [], isReordered: false });
  });

  it('are in the declared order even when the file was not', () => {
    const reversed = headers.toReversed();
    const writer = new RejectsCsv(flow, mapHeader(flow, reversed).mapping);
    expect(writer.line(sample.toReversed(), [])).toBe(declared.line(sample, []));
  });

  it('keep nowhere a value that must not be transmitted', () => {
    const cells = sample.with(3, 'secret');
    expect(declared.line(cells, [anomaly({})])).toContain('secret');
    expect(declared.line(cells, [anomaly({ code: 'CONTENU_INTERDIT' })])).not.toContain('secret');
  });

  it('leave empty the cells that a short row does not have', () => {
    expect(declared.line(['1'], [])).toBe(`1${';'.repeat(headers.length + 1)}\r\n`);
  });
});
