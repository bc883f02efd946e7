import { parseInstant, parseLocalDate, parseMonth } from '../../kernel/index.js';
import { counted, longDate, longInstant, longMonth, shortDate, typeset } from './index.js';

const day = (text: string) => parseLocalDate(text) ?? fail();
const fail = (): never => {
  throw new Error('not a date');
};

describe('French texts', () => {
  it('say the first of a month as 1er', () => {
    expect(longDate(day('2026-03-01'))).toBe('1er mars 2026');
    expect(longDate(day('2026-08-15'))).toBe('15 août 2026');
    expect(shortDate(day('2026-03-01'))).toBe('01/03/2026');
    expect(longMonth(parseMonth('2026-02') ?? fail())).toBe('février 2026');
  });

  it('say an instant on the clock of its territory, which may be another day', () => {
    const instant = parseInstant('2026-03-01T02:05:00Z') ?? fail();

    expect(longInstant(instant, 'Pacific/Tahiti')).toBe('28 février 2026 à 16\u00A0h\u00A005');
    expect(longInstant(instant, 'Pacific/Noumea')).toBe('1er mars 2026 à 13\u00A0h\u00A005');
  });

  it('count in the singular below two', () => {
    expect(counted(0, 'fichier', 'fichiers')).toBe('0\u00A0fichier');
    expect(counted(1, 'fichier', 'fichiers')).toBe('1\u00A0fichier');
    expect(counted(2000, 'fichier', 'fichiers')).toBe('2\u202F000\u00A0fichiers');
  });

  it('keep double punctuation with the word before', () => {
    expect(typeset('Statut : « Apte » !')).toBe('Statut\u00A0: «\u00A0Apte\u00A0»\u00A0!');
  });
});
