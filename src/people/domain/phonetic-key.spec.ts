import { phoneticKey } from './phonetic-key.js';

describe('phonetic key', () => {
  it.each([
    ['Hoarau', 'Oareau'],
    ['Philippe', 'Filipe'],
    ['Quentin', 'Kantin'],
    ['Boucher', 'Bouché'],
    ['Renaud', 'Reneau'],
    ['Dupont', 'Dupond'],
    ['Lefèbvre', 'LEFEBVRE'],
    ['Schmitt', 'Chmit'],
    ['Guénolé', 'Guenollé'],
  ])('hears %s as it hears %s', (one, other) => {
    expect(phoneticKey(one)).toBe(phoneticKey(other));
  });

  it.each([
    ['Payet', 'Grondin'],
    ['Léa', 'Lou'],
    ['Marin', 'Marion'],
    ['Fontaine', 'Fontan'],
  ])('keeps %s apart from %s', (one, other) => {
    expect(phoneticKey(one)).not.toBe(phoneticKey(other));
  });

  it('never swallows a short name', () => {
    expect(phoneticKey('Ée')).not.toBe('');
    expect(phoneticKey('Tse')).not.toBe('');
    expect(phoneticKey('Ho')).toBe('O');
  });
});
