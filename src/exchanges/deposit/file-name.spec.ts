import fc from 'fast-check';
import { fileNameOf, manifestNameOf, parseFileName } from './file-name.js';
import type { FileNameParts } from './file-name.js';

const FLOWS = ['ORI', 'SUI'];
const GOOD = 'SUI_P_RSMA-RE_2026-11_000214_I_v1.csv';

function partsOf(name: string): FileNameParts {
  const reading = parseFileName(name, FLOWS);
  if (!reading.ok) throw new Error(reading.fault.message);
  return reading.parts;
}

describe('parseFileName', () => {
  it('reads every part', () => {
    expect(partsOf(GOOD)).toEqual({
      flow: 'SUI',
      mode: 'P',
      emitter: 'RSMA-RE',
      period: '2026-11',
      sequence: 214,
      nature: 'I',
      schemaMajor: 1,
      extension: 'csv',
    });
  });

  it('takes a day for an event notice, and a month for all else', () => {
    expect(partsOf('ORI_T_97411S00_2026-11-30_000001_S_v12.csv').period).toBe('2026-11-30');
    for (const name of [
      'ORI_T_97411S00_2026-11_000001_S_v1.csv',
      'ORI_T_97411S00_2026-11-30_000001_I_v1.csv',
      'ORI_T_97411S00_2026-13_000001_I_v1.csv',
      'ORI_T_97411S00_2026-11-31_000001_S_v1.csv',
    ]) {
      const fault = { code: 'NOM_INVALIDE', precision: 'PERIODE' };
      expect(parseFileName(name, FLOWS)).toMatchObject({ ok: false, fault });
    }
  });

  it.each(['csv', 'csv.zip', 'csv.age', 'xlsx', 'ods'])('knows the extension %s', (extension) => {
    const name = GOOD.replace(/csv$/, extension);
    expect(partsOf(name).extension).toBe(extension);
    expect(manifestNameOf(name)).toBe('SUI_P_RSMA-RE_2026-11_000214_I_v1.manifeste.json');
  });

  it.each([
    '',
    'bilan.csv',
    `../${GOOD}`,
    `${GOOD}\n`,
    `${GOOD}\0`,
    `-${GOOD}`,
    GOOD.toLowerCase(),
    GOOD.replace('RSMA-RE', 'RSMA\u202ERE'),
    GOOD.replace('RSMA-RE', 'RSMA%2eRE'),
    GOOD.replace('000214', '214'),
    GOOD.replace('_I_', '_X_'),
    GOOD.replace('.csv', '.CSV'),
    `${GOOD}.part`,
    GOOD.replace('RSMA-RE', 'X'.repeat(300)),
    '😀.csv',
  ])('refuses %j without repeating it', (name) => {
    const reading = parseFileName(name, FLOWS);

    expect(reading).toMatchObject({ ok: false, fault: { code: 'NOM_INVALIDE' } });
    expect(JSON.stringify(reading)).not.toContain('RSMA%2e');
  });

  it('tells an unknown flow and a sequence of zero apart', () => {
    const flow = { code: 'NOM_INVALIDE', precision: 'FLUX' };
    expect(parseFileName(GOOD.replace('SUI', 'ABC'), FLOWS)).toMatchObject({ fault: flow });
    const others = { code: 'NOM_INVALIDE', precision: 'FLUX_NON_EMIS' };
    expect(parseFileName(GOOD, ['ORI'], ['SUI'])).toMatchObject({ fault: others });
    const sequence = { code: 'NOM_INVALIDE', precision: 'SEQUENCE' };
    expect(parseFileName(GOOD.replace('000214', '000000'), FLOWS)).toMatchObject({
      fault: sequence,
    });
  });

  it('is undone by fileNameOf', () => {
    const digits = (least: number, most: number): fc.Arbitrary<string> =>
      fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));
    const name = fc
      .tuple(
        fc.constantFrom(...FLOWS),
        fc.constantFrom('P', 'T'),
        fc.constantFrom('RSMA-RE', '97411S00', '2A004S01', 'NC001S00'),
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom('I', 'R', 'C', 'A', 'N', 'S'),
        digits(1, 12),
        digits(1, 28),
        fc.integer({ min: 1, max: 99 }),
      )
      .map(([flow, mode, emitter, sequence, nature, month, day, major]) => {
        const period = nature === 'S' ? `2026-${month}-${day}` : `2026-${month}`;
        const number = String(sequence).padStart(6, '0');
        return `${flow}_${mode}_${emitter}_${period}_${number}_${nature}_v${major}.csv`;
      });
    fc.assert(fc.property(name, (text) => expect(fileNameOf(partsOf(text))).toBe(text)));
  });
});
