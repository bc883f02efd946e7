import { COUNTRIES } from '../reference/countries.js';
import { EtalabCommunes } from '../reference/etalab-communes.js';
import { placesMeant, placeText } from './place-names.js';

const communes = EtalabCommunes.read();
const meant = (text: string) => placesMeant(text, communes, COUNTRIES);

describe('A place typed by a person', () => {
  it.each([
    ['97411', ['97411']],
    ['2a004', ['2A004']],
    ['Saint-Denis (974)', ['97411']],
    ['st denis 974', ['97411']],
    ['  saint  denis ( 974 )', ['97411']],
    ['Mamoudzou', ['97611']],
    ['nouméa', ['98818']],
    ['madagascar', ['99333']],
    ['inconnu', ['99999']],
    ['Ville qui n’existe pas', []],
    ['', []],
  ])('%j means %j', (text, codes) => {
    expect(meant(text)).toEqual(codes);
  });

  it('means several communes when the name alone does not tell them apart', () => {
    expect(meant('Saint-Denis')).toEqual(expect.arrayContaining(['97411', '93066']));
  });

  it.each(['97411', '97611', '98818', '99333', '75056', '2A004', '99999'])(
    'is written so that it is understood again: %s',
    (code) => {
      expect(meant(placeText(code, communes, COUNTRIES))).toEqual([code]);
    },
  );
});
