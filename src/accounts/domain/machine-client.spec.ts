import { isClientId } from './machine-client.js';

describe('The identifier of a client', () => {
  it.each(['demo-rsma-re', 'demo-97411S00', 'a.b', 'x'.repeat(64)])('may read %s', (text) => {
    expect(isClientId(text)).toBe(true);
  });

  it.each(['', 'ab', 'x'.repeat(65), '-abc', 'abc-', 'a bc', 'é-é-é', 'abc\0', 'abc\n', 'a:b'])(
    'may not read %j',
    (text) => {
      expect(isClientId(text)).toBe(false);
    },
  );
});
