import { isForbiddenIdentifier, isForbiddenText } from './forbidden-content.js';

describe('content that must never travel', () => {
  it.each([
    '3223251',
    'profil 3223251 ok',
    '3-2-2-3-2-5-1',
    'S3 I2 G2 Y3',
    'SIGYCOP',
    'F32.1',
    'diagnostic posé',
    'CIM 10',
    '2050397411123',
    '2 05 03 97 411 123 45',
    '105032A004123',
  ])('is found in free text: %s', (text) => {
    expect(isForbiddenText(text)).toBe(true);
  });

  it.each([
    '12 rue des Manguiers',
    'Bâtiment B12, appartement 204',
    '97411 Saint-Denis cedex 9',
    '0692000000',
    '2026-11-17',
    'Contingent 2027-01',
    'PAYET',
    '3223258',
    '32232511',
    'Résidence Cimendef',
  ])('is not seen where there is none: %s', (text) => {
    expect(isForbiddenText(text)).toBe(false);
  });

  it('leaves seven figures to the columns of numbers, and no social security number', () => {
    expect(isForbiddenIdentifier('3223251')).toBe(false);
    expect(isForbiddenIdentifier('2050397411123')).toBe(true);
  });
});
