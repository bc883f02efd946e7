import { parseLocalDate, type LocalDate } from '../../kernel/index.js';
import { isInForce, normaliseEmail, type Membership } from './account.js';

function day(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed) throw new Error(`not a day: ${text}`);
  return parsed;
}

function membership(validFrom: string, validTo: string | null): Membership {
  return {
    organisation: { id: 'o', code: '97411S00', kind: 'mission-locale' },
    role: 'ml-adviser',
    validFrom: day(validFrom),
    validTo: validTo === null ? null : day(validTo),
  };
}

describe('A membership', () => {
  it('counts on its first and on its last day, not the day before or after', () => {
    const one = membership('2026-01-02', '2026-06-30');
    const days = ['2026-01-01', '2026-01-02', '2026-06-30', '2026-07-01'];
    expect(days.map((text) => isInForce(one, day(text)))).toEqual([false, true, true, false]);
  });

  it('without an end counts for ever', () => {
    expect(isInForce(membership('2026-01-02', null), day('2099-12-31'))).toBe(true);
  });
});

describe('An e-mail address', () => {
  it('is compared without case or outer spaces', () => {
    expect(normaliseEmail(' Conseiller@ML-Nord.demo ')).toBe('conseiller@ml-nord.demo');
  });

  it.each([
    '',
    'conseiller',
    '@ml-nord.demo',
    'a b@ml.demo',
    'a@b@c.demo',
    'a@ml..demo',
    'a@-ml.demo',
    'a@ml.demo\nbcc',
  ])('is refused when it reads %j', (text) => {
    expect(normaliseEmail(text)).toBeUndefined();
  });
});
