import { isSiret } from './siret.js';

describe('isSiret', () => {
  it.each(['73282932000074', '13002526500013'])('accepts %s', (text) => {
    expect(isSiret(text)).toBe(true);
  });

  it('refuses every other last digit', () => {
    const wrong = [...'012356789'].map((digit) => `7328293200007${digit}`);

    expect(wrong.filter(isSiret)).toEqual([]);
  });

  it.each(['', '7328293200007', '732829320000740', '7328293200007A', '732 829 320 00074'])(
    'refuses the shape of %j',
    (text) => {
      expect(isSiret(text)).toBe(false);
    },
  );
});
