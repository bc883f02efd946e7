import { DOOR_FAULTS, doorFault } from './door-faults.js';
import { FAULT_LEVELS } from './fault-level.js';

const entries = Object.entries(DOOR_FAULTS);

describe('the catalogue of file faults', () => {
  it('gives every fault a rule of its own', () => {
    const rules = entries.map(([, entry]) => entry.rule);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it.each(entries)('says in French what is wrong and what to do: %s', (_, entry) => {
    expect(FAULT_LEVELS).toContain(entry.level);
    expect(entry.rule).toMatch(/^FIC-R\d{3}[A-Z]?$/);
    for (const sentence of [entry.message, entry.correction]) {
      expect(sentence).toMatch(/^[A-ZÉÀÊ].*\.$/);
      expect(sentence).not.toMatch(/['"]/);
      expect(sentence.replace(/\{[a-z]+\}/g, '')).not.toMatch(/[{}]/);
    }
  });
});

describe('doorFault', () => {
  it('takes code and precision from the key, and fills the sentences', () => {
    const details = { cle: 'fichier.octets', attendu: 'un nombre entier' };
    const place = { pointer: '/fichier/octets' };

    expect(doorFault('MANIFESTE_INVALIDE:VALEUR', details, place)).toEqual({
      code: 'MANIFESTE_INVALIDE',
      precision: 'VALEUR',
      level: 'BLOQUANT_FICHIER',
      rule: 'FIC-R074F',
      pointer: '/fichier/octets',
      message: 'La valeur de la clé « fichier.octets » du manifeste ne convient pas.',
      correction: 'Indiquer dans « fichier.octets » un nombre entier.',
    });
  });

  it('leaves out what does not apply', () => {
    expect(Object.keys(doorFault('FICHIER_VIDE', {}))).toEqual([
      'code',
      'level',
      'rule',
      'message',
      'correction',
    ]);
  });

  it('shortens what a partner wrote and drops its control characters', () => {
    const cle = `a\u202E\n$&{attendu}${'x'.repeat(5_000)}`;
    const { message } = doorFault('MANIFESTE_INVALIDE:CLE_DOUBLE', { cle });

    expect(message).toContain('« a  $&{attendu}xxx');
    expect(message.length).toBeLessThan(400);
  });
});
