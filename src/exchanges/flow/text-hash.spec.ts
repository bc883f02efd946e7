import { textHash } from './text-hash.js';

describe('the fingerprint of a text', () => {
  it('is the same for the same text and an exact whole number', () => {
    expect(textHash('ORI-2026-0A1B2C3D-G')).toBe(textHash('ORI-2026-0A1B2C3D-G'));
    expect(Number.isSafeInteger(textHash(''))).toBe(true);
  });

  it('tells two hundred thousand close keys apart', () => {
    const hashes = new Set<number>();
    for (let at = 0; at < 200_000; at += 1) hashes.add(textHash(`RSMA-RE|RE-2026-${at}`));
    expect(hashes.size).toBe(200_000);
  });

  it('depends on what came before', () => {
    const [one, other] = [textHash('a'), textHash('b')];
    expect(textHash('c', one)).not.toBe(textHash('c', other));
  });
});
