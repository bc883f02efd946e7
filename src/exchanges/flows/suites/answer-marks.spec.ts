import { FieldCipher, FieldKeyRing } from '../../../platform/security/index.js';
import { headersOf } from '../../flow/index.js';
import { AnswerMarks } from './answer-marks.js';
import type { AnswerRow } from './columns.js';
import type { Answer } from './decide-answer.js';
import { SUITES } from './flow.js';

const HEADERS = headersOf(SUITES);
const VERSIONS = { candidacyId: 'candidacy', version: 3, personId: 'person', personVersion: 2 };

function marksUnder(key: number): AnswerMarks {
  return new AnswerMarks(
    new FieldCipher(new FieldKeyRing(1, new Map([[1, Buffer.alloc(32, key)]]))),
  );
}
const marks = marksUnder(7);

function answer(over: Readonly<Record<string, unknown>> = {}, line = 2): Answer {
  const cells = Object.fromEntries(HEADERS.map((header) => [header, `of ${header}`]));
  const row = { ...cells, ...over } as unknown as AnswerRow;
  return { line, row, asOf: { on: '2026-11-30', sequence: line, line } } as Answer;
}

describe('The mark of a row', () => {
  const mark = marks.of(answer(), VERSIONS);

  it.each(['identifiant_ligne', 'type_ligne', 'periode_rattachement'])(
    'is the same whatever %s says, on any line of any file',
    (header) => {
      expect(marks.of(answer({ [header]: 'another' }, 9), VERSIONS)).toBe(mark);
    },
  );

  it.each(HEADERS.filter((_, at) => at > 2))('is another one once %s is', (header) => {
    expect(marks.of(answer({ [header]: 'another' }), VERSIONS)).not.toBe(mark);
    expect(marks.of(answer({ [header]: null }), VERSIONS)).not.toBe(mark);
  });

  it.each([
    { candidacyId: 'another' },
    { version: 4 },
    { personId: 'another' },
    { personVersion: 3 },
  ])('is another one for %j', (moved) => {
    expect(marks.of(answer(), { ...VERSIONS, ...moved })).not.toBe(mark);
  });

  it('cannot be made without the key', () => {
    expect(marksUnder(8).of(answer(), VERSIONS)).not.toBe(mark);
  });

  it('does not take what one cell says for what its neighbour says', () => {
    const [one = '', other = ''] = HEADERS.slice(3, 5);
    const left = marks.of(answer({ [one]: 'a', [other]: null }), VERSIONS);
    const right = marks.of(answer({ [one]: null, [other]: 'a' }), VERSIONS);
    expect(left).not.toBe(right);
  });
});
