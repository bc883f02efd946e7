import fc from 'fast-check';
import { localDate } from '../../kernel/index.js';
import { compileRowCheck } from '../flow/index.js';
import type { CheckContext } from '../flow/index.js';
import { ORIENTATIONS } from '../flows/index.js';
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

const lines = () => new OutboundLines(ORIENTATIONS, 'SITUATION', TODAY);

describe('The lines of a file we send', () => {
  it('are numbered from 1, in the order given', () => {
    const writer = lines();
    const references = ['ORI-2026-0A1B2C3D-G', 'ORI-2026-7K2M9QXZ-S'];
    const taken = references.map((reference) =>
      writer.take(sample({ reference_orientation: reference })),
    );
    expect(taken.map((line) => line?.cells.slice(0, 3))).toEqual([
      ['1', 'SITUATION', ''],
      ['2', 'SITUATION', ''],
    ]);
    expect(taken.map((line) => line?.key)).toEqual(references);
  });

  it('never hold the same key twice, nor a record that makes no valid line', () => {
    const writer = lines();
    expect(writer.take(sample({ code_postal: '97' }))).toBeNull();
    expect(writer.take(sample())?.cells[0]).toBe('1');
    expect(writer.take(sample())).toBeNull();
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
    fc.assert(
      fc.property(free, (over) => {
        const line = lines().take(sample(over));
        expect(check(line?.cells ?? [], 2).anomalies).toEqual([]);
      }),
    );
  });

  it('keep what a file can say', () => {
    const address = { adresse_voie: '3 rue de l’Église', telephone: '0692111111' };
    const line = lines().take(sample(address));
    expect(line?.cells).toEqual(expect.arrayContaining(Object.values(address)));
  });
});
