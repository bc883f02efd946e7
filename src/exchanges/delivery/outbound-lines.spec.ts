import fc from 'fast-check';
import { addMonths, localDate, monthOf } from '../../kernel/index.js';
import { compileRowCheck } from '../flow/index.js';
import type { CheckContext } from '../flow/index.js';
import { ORIENTATIONS } from '../flows/index.js';
import { lineStartOf } from './outbound-place.js';
import { OutboundLines, type SaidRow } from './outbound-lines.js';

type Said = SaidRow<typeof ORIENTATIONS>;

const TODAY = localDate(2026, 11, 22);
const CONTEXT: CheckContext = {
  on: TODAY,
  emitterCode: null,
  communes: { isKnown: () => true, isFormer: () => false, successorOf: () => undefined },
  references: { standingOf: () => undefined },
  file: { nature: 'I', period: '2026-11', isSlotOpen: true },
};
const check = compileRowCheck(ORIENTATIONS, CONTEXT);

/** The first sample of the flow, as a record says it. */
function sample(over: Partial<Said> = {}): Said {
  const cells = ORIENTATIONS.columns.map(({ header }) => ORIENTATIONS.samples[0]?.[header] ?? '');
  const reading = check(cells, 2);
  if (!reading.isAccepted) throw new Error('the sample is valid');
  return { ...reading.row, ...over };
}

const MONTH = monthOf(TODAY);
const NEWS = { type: 'SITUATION', period: null } as const;

const lines = () => new OutboundLines(ORIENTATIONS, TODAY);

describe('The lines of a file we send', () => {
  it('are numbered from 1, in the order given', () => {
    const writer = lines();
    const references = ['ORI-2026-0A1B2C3D-G', 'ORI-2026-7K2M9QXZ-S'];
    const taken = references.map((reference) =>
      writer.take(sample({ reference_orientation: reference }), NEWS),
    );
    expect(taken.map((line) => line?.cells.slice(0, 3))).toEqual([
      ['1', 'SITUATION', ''],
      ['2', 'SITUATION', ''],
    ]);
    expect(taken.map((line) => line?.key)).toEqual(references);
  });

  it('never hold the same key twice, nor a record that makes no valid line', () => {
    const writer = lines();
    expect(writer.take(sample({ code_postal: '97' }), NEWS)).toBeNull();
    expect(writer.take(sample(), NEWS)?.cells[0]).toBe('1');
    expect(writer.take(sample(), NEWS)).toBeNull();
  });

  it('pass our own checks without an anomaly, whatever a page let people write', () => {
    const anything = fc.option(fc.string({ unit: 'grapheme', maxLength: 120 }), { nil: null });
    const free = fc.record({
      adresse_voie: anything,
      complement_adresse: anything,
      telephone: anything,
      courriel: anything,
      qpv: anything,
      lieu_naissance: anything,
      filiere_souhaitee: anything,
      boite_referent: anything,
    });
    const month = fc.integer({ min: -30, max: 2 }).map((months) => addMonths(MONTH, months));
    const told = fc.record({ month, isUndone: fc.boolean(), isCorrected: fc.boolean() });
    fc.assert(
      fc.property(free, fc.option(told), fc.constantFrom('I', 'C'), (over, before, nature) => {
        const start = lineStartOf({ nature, period: MONTH }, before);
        const line = lines().take(sample(over), start);
        expect(check(line?.cells ?? [], 2).anomalies).toEqual([]);
      }),
    );
  });

  it('keep what a file can say', () => {
    const address = { adresse_voie: '3 rue de l’Église', telephone: '0692111111' };
    const line = lines().take(sample(address), NEWS);
    expect(line?.cells).toEqual(expect.arrayContaining(Object.values(address)));
  });
});
