import type { Environment } from './environment.js';
import { unsafeValues } from './unsafe-values.js';

const STRONG = '7f3c9a1e5b8d2046c1e9';
const PRODUCTION: Environment = {
  NODE_ENV: 'production',
  DATABASE_URL: `postgres://owner:${STRONG}@db/app`,
  REDIS_URL: 'redis://cache:6379',
  FIELD_ENCRYPTION_KEY: 'q83vEjRWeJq83nGZQVw1a9PrT0bYh7LmXo2CkZ4s6dI=',
};

describe('values that would put data at risk', () => {
  it('are not in a sound production', () => {
    expect(unsafeValues(PRODUCTION)).toEqual([]);
    expect(unsafeValues({ ...PRODUCTION, PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
  });

  it.each(['DATABASE_URL', 'REDIS_URL', 'FIELD_ENCRYPTION_KEY'] as const)(
    'production does not start without %s, development does',
    (name) => {
      const without = { ...PRODUCTION, [name]: undefined };
      expect(unsafeValues(without)).toEqual([expect.stringMatching(`^${name} manque`)]);
      expect(unsafeValues({ ...without, NODE_ENV: 'development' })).toEqual([]);
    },
  );

  it('no account reads more young people in production than it was decided', () => {
    const wider = { MAX_PEOPLE_READ_CASELOAD: '301', MAX_PEOPLE_READ_ORGANISATION: '501' };
    expect(unsafeValues({ ...PRODUCTION, ...wider })).toEqual([
      'MAX_PEOPLE_READ_CASELOAD ne peut pas dépasser 300 en production.',
      'MAX_PEOPLE_READ_ORGANISATION ne peut pas dépasser 500 en production.',
    ]);
    expect(unsafeValues(wider)).toEqual([]);
    const asDecided = { MAX_PEOPLE_READ_CASELOAD: '300', MAX_PEOPLE_READ_ORGANISATION: '50' };
    expect(unsafeValues({ ...PRODUCTION, ...asDecided })).toEqual([]);
  });

  it('the demonstration and plain http stay out of production', () => {
    expect(unsafeValues({ ...PRODUCTION, DEMONSTRATION: '1' })).toEqual([
      expect.stringContaining('DEMONSTRATION=1 est refusé en production'),
    ]);
    expect(unsafeValues({ ...PRODUCTION, PUBLIC_URL: 'http://passerelle.example' })).toEqual([
      expect.stringContaining('https://'),
    ]);
  });

  it.each([
    ['zeros', Buffer.alloc(32)],
    ['counting', Buffer.from(Array.from({ length: 32 }, (_, index) => index))],
    ['counting down by sevens', Buffer.from(Array.from({ length: 32 }, (_, i) => 250 - 7 * i))],
    ['a sentence', Buffer.from('cle a changer avant de commencer')],
    ['a short pattern again and again', Buffer.from('deadbeef'.repeat(8), 'hex')],
  ])('a sample key is refused everywhere: %s', (_name, key) => {
    expect(key).toHaveLength(32);
    const problems = unsafeValues({ FIELD_ENCRYPTION_KEY: key.toString('base64') });
    expect(problems).toEqual([expect.stringMatching(/^FIELD_ENCRYPTION_KEY est un exemple/)]);
  });

  it.each([
    'postgres',
    'ChangeMe',
    'passerelle-2026',
    'passwordpassword',
    'aaaaaaaaaaaaaaaaaaaa',
    'k3!x',
  ])('a sample or short password is refused in production: %s', (password) => {
    const address = `postgres://owner:${encodeURIComponent(password)}@db/app`;
    const problems = unsafeValues({ ...PRODUCTION, DATABASE_URL: address });
    expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL contient un mot de passe/)]);
    expect(problems.join()).not.toContain(password);
    expect(unsafeValues({ NODE_ENV: 'development', DATABASE_URL: address })).toEqual([]);
  });

  it('an address that would be ignored is refused', () => {
    expect(unsafeValues({ DATABASE_APP_URL: 'postgres://app@db/app' })).toEqual([
      expect.stringMatching(/^DATABASE_APP_URL ne sert qu’avec DATABASE_URL/),
    ]);
  });
});
