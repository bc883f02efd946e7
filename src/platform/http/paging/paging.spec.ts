import fc from 'fast-check';
import { CursorInvalid, decodeCursor, encodeCursor } from './cursor.js';
import { mapPage, pageOf } from './page.js';

const read = (rows: number[], limit: number) =>
  pageOf({ rows, limit, total: 9, positionOf: (row) => [`day-${row}`, row], list: 'days' });

describe('A page', () => {
  it('ends with the position of its last item when more follow', () => {
    const page = read([1, 2, 3], 2);

    expect(page).toMatchObject({ items: [1, 2], total: 9 });
    expect(decodeCursor(page.next ?? '', ['text', 'number'], 'days')).toEqual(['day-2', 2]);
  });

  it('has no next page when everything was read', () => {
    expect(read([1, 2], 2).next).toBeNull();
    expect(read([], 2)).toEqual({ items: [], next: null, total: 9 });
  });

  it('can be seen otherwise', () => {
    expect(mapPage(read([1], 2), (row) => `n${row}`).items).toEqual(['n1']);
  });
});

describe('A cursor', () => {
  it('gives back what it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), (text, number) => {
        expect(decodeCursor(encodeCursor([text, number], 'l'), ['text', 'number'], 'l')).toEqual([
          text,
          number,
        ]);
      }),
    );
  });

  it('is that of one search: its filters, whatever their order and the size of the page', () => {
    const cursor = encodeCursor(['a'], 'l', { flow: 'ORI', state: 'held', limit: 5, cursor: 'x' });
    expect(decodeCursor(cursor, ['text'], 'l', { state: 'held', flow: 'ORI', limit: 9 })).toEqual([
      'a',
    ]);
    for (const search of [{}, { flow: 'SUI', state: 'held' }, { flow: 'ORI' }]) {
      expect(() => decodeCursor(cursor, ['text'], 'l', search)).toThrow(CursorInvalid);
    }
  });

  it.each([
    ['nothing', ''],
    ['a text of chance', 'abc'],
    ['JSON that is no list', Buffer.from('{"a":1}').toString('base64url')],
    ['a list without version', Buffer.from('["a"]').toString('base64url')],
    ['the cursor of another list', encodeCursor(['a'], 'others')],
    ['a part too many', encodeCursor(['a', 'b'], 'l')],
    ['a part of another type', encodeCursor([1], 'l')],
  ])('is refused when it is %s', (_title, cursor) => {
    expect(() => decodeCursor(cursor, ['text'], 'l')).toThrow(CursorInvalid);
  });

  it('keeps for the database only what it may read as an id', () => {
    const id = '5f0c1a52-9c4b-4a3e-8c8e-2f6d3a1b0c9d';
    expect(decodeCursor(encodeCursor([id], 'l'), ['id'], 'l')).toEqual([id]);
    expect(() => decodeCursor(encodeCursor(["x'"], 'l'), ['id'], 'l')).toThrow(CursorInvalid);
    expect(() => decodeCursor(encodeCursor([1], 'l'), ['id'], 'l')).toThrow(CursorInvalid);
  });

  it('never fails otherwise than by a refusal', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['read', CursorInvalid]).toContain(outcomeOf(text));
      }),
    );
  });
});

function outcomeOf(cursor: string): unknown {
  try {
    decodeCursor(cursor, ['text'], 'l');
    return 'read';
  } catch (error) {
    return error instanceof Error ? error.constructor : error;
  }
}
