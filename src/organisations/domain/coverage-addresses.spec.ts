import { fullerAddress, readAddress } from './coverage-addresses.js';

const SOMEWHERE = { street: '1 rue de la Paix', postalCode: '97400', town: 'Saint-Denis' };

describe('The address of a coverage file', () => {
  it('is read as people write it', () => {
    expect(readAddress([' 1 rue de la Paix', '97 400', 'Saint-Denis '])).toEqual(SOMEWHERE);
  });

  it.each(['', '(bâtiment B)', 'x'.repeat(121)])('does without the street %p', (street) => {
    expect(readAddress([street, '97400', 'Saint-Denis'])).toEqual({ ...SOMEWHERE, street: '' });
  });

  it.each([
    ['1 rue', '9740', 'Saint-Denis'],
    ['1 rue', '97400', ''],
    ['', '', ''],
  ])('is none without a postal code and a town: %s, %s, %s', (...cells) => {
    expect(readAddress(cells)).toBeUndefined();
  });

  it('is the first that says a street', () => {
    const bare = { ...SOMEWHERE, street: '' };
    const other = { ...SOMEWHERE, street: '2 rue' };
    expect(fullerAddress(undefined, bare)).toBe(bare);
    expect(fullerAddress(bare, other)).toBe(other);
    expect(fullerAddress(SOMEWHERE, other)).toBe(SOMEWHERE);
    expect(fullerAddress(SOMEWHERE, bare)).toBe(SOMEWHERE);
  });
});
