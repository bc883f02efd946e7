import { CommuneDirectory, placeNameKey } from '../../../organisations/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import { PlaceTexts } from './place-texts.js';
import { readReferral } from './referral-form.js';

/** Two communes of one name, told apart by their department or their postal code. */
class TwoCommunes extends CommuneDirectory {
  private readonly codes: Readonly<Record<string, string>> = { 97411: '97400', 93066: '93200' };

  override isKnown(code: string): boolean {
    return code in this.codes;
  }
  override currentOf(code: string): string | undefined {
    return this.isKnown(code) ? code : undefined;
  }
  override nameOf(code: string): string | undefined {
    return this.isKnown(code) ? 'Saint-Denis' : undefined;
  }
  override named(name: string): readonly string[] {
    return placeNameKey(name) === 'SAINT DENIS' ? Object.keys(this.codes) : [];
  }
  override departmentOf(code: string): string | undefined {
    return this.isKnown(code) ? code.slice(0, code.startsWith('97') ? 3 : 2) : undefined;
  }
  override postalCodes(code: string): readonly string[] {
    return [this.codes[code] ?? ''];
  }
}

const places = new PlaceTexts(new TwoCommunes());
const TYPED = {
  nom: 'Payet',
  prenoms: 'Léa, Marie',
  sexe: 'F',
  'naissance-jour': '3',
  'naissance-mois': '4',
  'naissance-annee': '2005',
  'lieu-naissance': 'Saint-Denis (974)',
  imilo: '88000001',
  telephone: '+262 692 00 00 00',
  'code-postal': '97400',
  commune: 'saint denis',
  unite: 'RSMA-RE',
  volontariat: 'VS',
  niveau: 'N3',
  accompagnement: 'PACEA',
  'informe-jour': '1',
  'informe-mois': '11',
  'informe-annee': '2026',
  notice: '1',
};
const readWith = (change: Record<string, string>) =>
  readReferral(new FormValues({ ...TYPED, ...change }), places);

async function errorsOf(change: Record<string, string>): Promise<Readonly<Record<string, string>>> {
  const read = await readWith(change);
  return read.isRight ? {} : read.errors;
}

describe('The form of a referral', () => {
  it('makes the request that the API takes', async () => {
    const read = await readWith({ 'prerequis.MOBILITE': 'oui' });

    expect(read).toMatchObject({
      isRight: true,
      command: {
        unitCode: 'RSMA-RE',
        isSubmitted: true,
        person: {
          imiloId: '88000001',
          identity: {
            birthPlaceCode: '97411',
            birthDate: '2005-04-03',
            firstNames: ['Léa', 'Marie'],
          },
          // A postal code tells apart communes of one name.
          contact: { phone: '0692000000', communeCode: '97411' },
        },
        details: { prerequisites: ['MOBILITE'], informedOn: '2026-11-01' },
        guardianship: { hasRepresentative: false, authorisation: 'awaited' },
      },
    });
  });

  it.each([
    ['nom', '', 'Saisissez le nom de naissance'],
    ['nom', 'P4yet', 'Le nom s’écrit avec des lettres'],
    ['prenoms', ' , ', 'Saisissez au moins un prénom'],
    ['sexe', '', 'Sélectionnez le sexe'],
    ['lieu-naissance', '', 'Saisissez la commune ou le pays'],
    ['lieu-naissance', 'Saint-Denis', 'Plusieurs communes'],
    ['commune', 'Atlantide', 'ni une commune ni un pays'],
    ['telephone', '12', 'dix chiffres'],
    ['courriel', 'x', 'nom@domaine.fr'],
    ['code-postal', '974', 'cinq chiffres'],
    ['unite', '', 'Sélectionnez un régiment'],
    ['naissance-jour', '31', 'date réelle'],
    ['cej-debut-jour', '31', 'date réelle'],
  ])('says what to do about %s = %j', async (name, value, words) => {
    const errors = Object.values(await errorsOf({ commune: 'Saint-Denis (974)', [name]: value }));

    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(words);
  });

  it('says all that is wrong in the order of the page', async () => {
    const errors = await errorsOf({ notice: '', unite: '', commune: '', nom: '' });
    expect(Object.keys(errors)).toEqual(['nom', 'commune', 'unite', 'notice']);
  });

  it('shows a place so that it is understood again', () => {
    expect(places.textOf('97411')).toBe('Saint-Denis (974)');
    expect(places.textOf('99333')).toBe('Madagascar');
  });
});
