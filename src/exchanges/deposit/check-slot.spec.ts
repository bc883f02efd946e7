import { parseInstant, type Instant } from '../../kernel/index.js';
import { checkSlot } from './check-slot.js';
import type { FileNature } from './file-name.js';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`no instant ${text}`);
  return instant;
}

const SLOT = { opensAt: at('2026-12-01T10:00:00.000Z'), closesAt: at('2026-12-08T20:00:00.000Z') };

const codes = (nature: FileNature, received: FileNature[], now = '2026-12-03T08:00:00.000Z') =>
  checkSlot(nature, '2026-11', SLOT, received, at(now)).map(({ code }) => code);

describe('A slot', () => {
  it.each([
    ['before it opens', '2026-12-01T09:59:59.999Z', ['PERIODE_FUTURE']],
    ['from its opening', '2026-12-01T10:00:00.000Z', []],
    ['until its last moment', '2026-12-08T19:59:59.999Z', []],
    ['once it is closed', '2026-12-08T20:00:00.000Z', ['PERIODE_CLOSE']],
  ])('%s', (_, now, expected) => {
    expect(codes('I', [], now)).toEqual(expected);
    expect(codes('C', [], now)).toEqual(expected);
  });

  it.each<[FileNature, FileNature[], string[]]>([
    ['I', [], []],
    ['N', [], []],
    ['I', ['I'], ['PERIODE_DEJA_DEPOSEE']],
    ['I', ['N'], ['PERIODE_DEJA_DEPOSEE']],
    ['N', ['I'], ['PERIODE_DEJA_DEPOSEE']],
    ['I', ['C'], []],
    ['C', ['I', 'C'], []],
    ['C', ['N'], []],
  ])('takes %s after %j: %j', (nature, received, expected) => {
    expect(codes(nature, received)).toEqual(expected);
  });
});
