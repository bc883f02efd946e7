import { checkSequence, type SequencedFile } from './check-sequence.js';

function file(over: Partial<SequencedFile> = {}): SequencedFile {
  const { sequence = 5, period = '2026-11', nature = 'I' } = over;
  const fileName = `SUI_P_RSMA-RE_${period}_${sequence}_${nature}_v1.csv`;
  return { fileName, period, nature, sequence, sha256: 'a', ...over };
}

const codes = (sent: SequencedFile, known: SequencedFile[], last: number) =>
  checkSequence(sent, known, last).faults.map(({ code }) => code);

describe('The sequence of a file', () => {
  it('is the next one', () => {
    expect(checkSequence(file(), [], 4)).toEqual({ identical: null, faults: [] });
    expect(checkSequence(file({ sequence: 1 }), [], 0)).toEqual({ identical: null, faults: [] });
  });

  it.each([
    ['leaves a gap', 7, 4, 'SEQUENCE_TROU'],
    ['leaves a gap before the first', 2, 0, 'SEQUENCE_TROU'],
    ['comes late', 3, 4, 'SEQUENCE_TARDIVE'],
  ])('%s', (_, sequence, last, code) => {
    expect(codes(file({ sequence }), [], last)).toEqual([code]);
  });

  it('is that of the very same file: the same receipt again, nothing to say', () => {
    const before = file();
    expect(checkSequence(file(), [before], 9)).toEqual({ identical: before, faults: [] });
  });

  it('is taken by other bytes, under the same name or another one', () => {
    expect(codes(file({ sha256: 'b' }), [file()], 5)).toEqual(['NOM_DEJA_UTILISE']);
    expect(codes(file({ sha256: 'b', nature: 'C' }), [file()], 5)).toEqual(['SEQUENCE_REUTILISEE']);
  });

  it('is taken by another period, even with the same bytes', () => {
    expect(codes(file({ period: '2026-10' }), [file()], 5)).toEqual(['SEQUENCE_REUTILISEE']);
  });

  it('says which one is free', () => {
    const [fault] = checkSequence(file({ sha256: 'b', nature: 'C' }), [file()], 8).faults;
    expect(`${fault?.message} ${fault?.correction}`).toContain('9');
  });
});

describe('The content of a file', () => {
  it('is known under another sequence of the period', () => {
    expect(codes(file({ sequence: 6 }), [file()], 5)).toEqual(['CONTENU_DEJA_RECU']);
  });

  it.each<[string, Partial<SequencedFile>]>([
    ['another period', { sequence: 6, period: '2026-12' }],
    ['a nil file', { sequence: 6, nature: 'N' }],
    ['other bytes', { sequence: 6, sha256: 'b' }],
  ])('is no repetition for %s', (_, over) => {
    expect(codes(file(over), [file()], 5)).toEqual([]);
  });
});
