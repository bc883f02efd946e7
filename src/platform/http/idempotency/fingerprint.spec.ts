import { fingerprintOf } from './fingerprint.js';
import { idempotencyKeyOf } from './idempotency-key.js';

const REQUEST = {
  method: 'POST',
  url: '/api/v1/referrals',
  client: 'machine:1',
  body: { a: 1, b: { c: [1, 2] } },
};

describe('The fingerprint of a request', () => {
  it('is the same whatever the order of members', () => {
    const turned = { ...REQUEST, body: { b: { c: [1, 2] }, a: 1 } };

    expect(fingerprintOf(turned)).toBe(fingerprintOf(REQUEST));
    expect(fingerprintOf(REQUEST)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['method', { method: 'PUT' }],
    ['address', { url: '/api/v1/referrals?x=1' }],
    ['client', { client: 'machine:2' }],
    ['value', { body: { a: '1', b: { c: [1, 2] } } }],
    ['order of a list', { body: { a: 1, b: { c: [2, 1] } } }],
    ['nesting', { body: { a: 1, b: ['object', ['c', [1, 2]]] } }],
  ])('changes with the %s', (_title, change) => {
    expect(fingerprintOf({ ...REQUEST, ...change })).not.toBe(fingerprintOf(REQUEST));
  });
});

describe('An idempotency key', () => {
  it('may be quoted, as the draft of the IETF writes it, or not', () => {
    expect(idempotencyKeyOf('"abc"')).toBe('abc');
    expect(idempotencyKeyOf('abc')).toBe('abc');
    expect(idempotencyKeyOf(undefined)).toBeUndefined();
  });

  it.each([[''], ['a b'], ['é'], ['x'.repeat(256)], [['a', 'b']]])('refuses %j', (header) => {
    expect(() => idempotencyKeyOf(header)).toThrow(
      expect.objectContaining({ code: 'idempotency-key-invalid' }),
    );
  });
});
