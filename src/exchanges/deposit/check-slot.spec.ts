import { parseInstant, type Instant } from '../../kernel/index.js';
import { checkSlot } from './check-slot.js';
import type { FileNature } from './file-name.js';
import { toldState } from './slot-version.js';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`no instant ${text}`);
  return instant;
}

const SLOT = { opensAt: at('2026-12-01T10:00:00.000Z'), closesAt: at('2026-12-08T20:00:00.000Z') };

/** Files as `I1`: nature and sequence. */
const file = (text: string) => ({
  nature: text.slice(0, 1) as FileNature,
  sequence: Number(text.slice(1)),
});

const codes = (deposited: string, accepted: string[], now = '2026-12-03T08:00:00.000Z') =>
  checkSlot(file(deposited), '2026-11', SLOT, accepted.map(file), at(now)).map(({ code }) => code);

describe('A slot', () => {
  it.each([
    ['before it opens', '2026-12-01T09:59:59.999Z', ['PERIODE_FUTURE']],
    ['from its opening', '2026-12-01T10:00:00.000Z', []],
    ['until its last moment', '2026-12-08T19:59:59.999Z', []],
    ['once it is closed', '2026-12-08T20:00:00.000Z', ['PERIODE_CLOSE']],
  ])('%s', (_, now, expected) => {
    expect(codes('I1', [], now)).toEqual(expected);
    expect(codes('C1', [], now)).toEqual(expected);
    expect(codes('A1', [], now)).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    ['I1', [], []],
    ['N1', [], []],
    ['I2', ['I1'], ['PERIODE_DEJA_DEPOSEE']],
    ['I2', ['N1'], ['PERIODE_DEJA_DEPOSEE']],
    ['N2', ['I1'], ['PERIODE_DEJA_DEPOSEE']],
    ['I2', ['C1'], []],
    ['C3', ['I1', 'C2'], []],
    ['C2', ['N1'], []],
  ])('takes %s after %j: %j', (deposited, accepted, expected) => {
    expect(codes(deposited, accepted)).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    ['R2', ['I1'], []],
    ['R2', ['N1'], []],
    ['R3', ['I1', 'R2'], []],
    ['R1', [], ['REMPLACEMENT_SANS_INITIAL']],
    ['R2', ['C1'], ['REMPLACEMENT_SANS_INITIAL']],
    ['R3', ['I1', 'A2'], ['REMPLACEMENT_SANS_INITIAL']],
    ['A1', [], []],
    ['A2', ['I1'], []],
    ['I3', ['I1', 'A2'], []],
    ['I4', ['I1', 'A2', 'R3'], ['PERIODE_DEJA_DEPOSEE']],
    ['I3', ['R2'], ['PERIODE_DEJA_DEPOSEE']],
  ])('replaces and annuls: %s after %j gives %j', (deposited, accepted, expected) => {
    expect(codes(deposited, accepted)).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    ['I1', ['R2'], ['DOUBLON_ANCIEN']],
    ['N1', ['R2'], ['DOUBLON_ANCIEN']],
    ['R1', ['R2'], ['DOUBLON_ANCIEN']],
    ['A1', ['R2'], ['DOUBLON_ANCIEN']],
    ['I1', ['A2', 'I3'], ['DOUBLON_ANCIEN']],
    ['C1', ['R2'], []],
    ['A2', ['I1', 'I3'], []],
  ])(
    'refuses what a later file took back: %s after %j gives %j',
    (deposited, accepted, expected) => {
      expect(codes(deposited, accepted)).toEqual(expected);
    },
  );
});

describe('What a slot was told', () => {
  it.each<[string[], string]>([
    [[], 'expected'],
    [['I1'], 'received'],
    [['N1'], 'nil'],
    [['N1', 'C2'], 'received'],
    [['I1', 'A2'], 'expected'],
    [['I1', 'A2', 'N3'], 'nil'],
    [['A2', 'C1'], 'expected'],
    [['I3', 'A2', 'I1'], 'received'],
    [['I1', 'R2'], 'received'],
  ])('%j is %s, whatever their order', (files, expected) => {
    expect(toldState(files.map(file))).toBe(expected);
    expect(toldState(files.toReversed().map(file))).toBe(expected);
  });
});
