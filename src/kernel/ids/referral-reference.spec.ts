import fc from 'fast-check';
import { isReferralReference, referralReference } from './referral-reference.js';

const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');

describe('referralReference', () => {
  it('builds the reference of the contract', () => {
    expect(referralReference(2026, '0A1B2C3D')).toBe('ORI-2026-0A1B2C3D-G');
  });

  it.each([
    [2026, 'SHORT12'],
    [2026, 'THIRTEENCHARS'],
    [2026, 'lower123'],
    [12026, '0A1B2C3D'],
    [-26, '0A1B2C3D'],
    [2026.5, '0A1B2C3D'],
  ])('refuses the year %d with the body %s', (year, body) => {
    expect(() => referralReference(year, body)).toThrow(RangeError);
  });

  it('builds what isReferralReference accepts, for every year and body', () => {
    const body = fc.string({ unit: character, minLength: 8, maxLength: 12 });

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), body, (year, text) => {
        expect(isReferralReference(referralReference(year, text))).toBe(true);
      }),
    );
  });
});

describe('isReferralReference', () => {
  it('refuses a wrong check character', () => {
    expect(isReferralReference('ORI-2026-0A1B2C3D-H')).toBe(false);
  });

  it('refuses another year under the same check character', () => {
    expect(isReferralReference('ORI-2025-0A1B2C3D-G')).toBe(false);
  });

  it.each([
    '',
    'ori-2026-0a1b2c3d-g',
    'ORI-26-0A1B2C3D-G',
    'ORI-2026-0A1B2C3-G',
    'ORI-20260A1B2C3D-G',
    ' ORI-2026-0A1B2C3D-G',
    'ORI-2026-0A1B2C3D-G\n',
  ])('refuses the shape of %j', (text) => {
    expect(isReferralReference(text)).toBe(false);
  });
});
