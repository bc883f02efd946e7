import fc from 'fast-check';
import { inParts } from './in-parts.js';

async function* from(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

describe('Bytes cut into parts', () => {
  it('are the same bytes, in full parts but the last', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 20 }));
    await fc.assert(
      fc.asyncProperty(chunks, fc.integer({ min: 1, max: 9 }), async (given, size) => {
        const parts: Buffer[] = [];
        for await (const part of inParts(from(given), size)) parts.push(part);
        expect(Buffer.concat(parts)).toEqual(Buffer.concat(given));
        expect(parts.slice(0, -1).every(({ length }) => length === size)).toBe(true);
        expect(parts.every(({ length }) => length > 0 && length <= size)).toBe(true);
      }),
    );
  });
});
