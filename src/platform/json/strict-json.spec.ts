import fc from 'fast-check';
import { parseStrictJson } from './strict-json.js';
import type { JsonReading } from './strict-json.js';

const read = (text: string): JsonReading => parseStrictJson(text, 5);

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads', () => {
    const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).filter(
      // -0 has no text of its own in JSON; forbidden keys are tried below.
      (json) => !/-0|__proto__|constructor|prototype/.test(JSON.stringify(json)),
    );
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(json, null, indent);
        const reading = read(text);
        expect(reading.ok && JSON.stringify(reading.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('refuses the noise that JSON.parse refuses', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'{}[]",:0-1.e+tnul\\ \n'), maxLength: 8 });
    fc.assert(
      fc.property(noise, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const reading = read(text);
        const isStricter = !reading.ok && reading.refusal.reason === 'duplicate-key';
        expect(reading.ok || isStricter).toBe(isJson);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['', 'NaN', '-Infinity', '{"a":1,}', "{'a':1}", '{"a":1} x', '01', '1e999', '"\n"'])(
    'refuses %j',
    (text) => {
      expect(read(text)).toMatchObject({ ok: false, refusal: { reason: 'syntax' } });
    },
  );

  it('refuses a duplicate key, escaped or not', () => {
    const refusal = { reason: 'duplicate-key', key: 'ab' };
    expect(read('{"ab":1,"c":2,"\\u0061b":3}')).toEqual({ ok: false, refusal });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s anywhere', (key) => {
    const refusal = { reason: 'forbidden-key', key };
    expect(read(`{"a":[{"${key}":1}]}`)).toEqual({ ok: false, refusal });
  });

  it('gives objects without prototype', () => {
    const reading = read('{"a":{}}');
    const { value } = reading.ok ? reading : { value: null };

    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(read('{"toString":1}')).toMatchObject({ ok: true });
  });

  it('stops at the depth limit, however deep the text goes', () => {
    expect(read('[[[[[1]]]]]')).toMatchObject({ ok: true });
    expect(read('[[[[[[1]]]]]]')).toMatchObject({ refusal: { reason: 'depth' } });
    expect(read('['.repeat(60_000))).toMatchObject({ refusal: { reason: 'depth' } });
  });
});
