import { readFileSync } from 'node:fs';
import { EmbeddedPostgresError, explained } from './embedded-postgres-error.js';

describe('a refusal of the file system', () => {
  it('becomes a French line that names the file', () => {
    const refusal = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/data/log' });
    expect(explained(refusal)).toBeInstanceOf(EmbeddedPostgresError);
    expect(explained(refusal)).toMatchObject({
      message: expect.stringMatching(/n’a pas accès à \/data\/log/),
      cause: refusal,
    });
  });

  it('is the only error that changes', () => {
    const others = [new EmbeddedPostgresError('x'), new Error('y'), 'z', absence()];
    for (const error of others) expect(explained(error)).toBe(error);
  });
});

function absence(): unknown {
  try {
    return readFileSync('/nowhere/at/all');
  } catch (error) {
    return error;
  }
}
