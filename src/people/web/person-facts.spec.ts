import { CommuneDirectory } from '../../organisations/index.js';
import type { YoungPersonView } from '../http/young-person.view.js';
import { PersonFacts } from './person-facts.js';

/** A country of one commune. */
class OneCommune extends CommuneDirectory {
  override isKnown(code: string): boolean {
    return code === '97411';
  }
  override currentOf(code: string): string | undefined {
    return this.isKnown(code) ? code : undefined;
  }
  override nameOf(code: string): string | undefined {
    return this.isKnown(code) ? 'Saint-Denis' : undefined;
  }
  override named(): readonly string[] {
    return ['97411'];
  }
  override departmentOf(code: string): string | undefined {
    return this.isKnown(code) ? '974' : undefined;
  }
  override postalCodes(): readonly string[] {
    return ['97400'];
  }
}

const facts = new PersonFacts(new OneCommune());
const LEA: YoungPersonView = {
  id: '0190f1a0-0000-7000-8000-000000000001',
  birthName: 'PAYET',
  usageName: null,
  firstNames: ['Léa', 'Marie'],
  sex: 'F',
  birthDate: '2005-03-11',
  birthPlaceCode: '99333',
  phone: null,
  email: null,
  address: { street: '1 rue Neuve', complement: null, postalCode: '97400', communeCode: '97411' },
  imiloId: '88000001',
  version: 1,
};
const said = (of: 'of' | 'withFileNumber', person: YoungPersonView | null) =>
  Object.fromEntries(facts[of](person).map(({ label, value }) => [label, value]));

describe('What is known of a young person, in words', () => {
  it('names commune and country, and says the number of the file to its mission locale only', () => {
    expect(said('of', LEA)).toMatchObject({
      Adresse: '1 rue Neuve, 97400 Saint-Denis (974)',
      'Lieu de naissance': 'Madagascar',
      Naissance: '11/03/2005',
      Prénoms: 'Léa, Marie',
    });
    expect(said('of', LEA)).not.toHaveProperty('Numéro i-milo');
    expect(said('withFileNumber', LEA)).toMatchObject({ 'Numéro i-milo': '88000001' });
  });

  it('is empty where nothing is known, and nothing of whom the reader may not see', () => {
    const unknown = { street: null, complement: null, postalCode: null, communeCode: null };
    const person = { ...LEA, birthPlaceCode: null, address: unknown };
    expect(said('of', person)).toMatchObject({ Adresse: '', 'Lieu de naissance': null });
    expect(facts.of(null)).toEqual([]);
  });
});
