import type { TestApplication } from '../support/test-application.js';

/** Where a referral is begun. */
export const START = '/orientations/nouvelle';

/** Nobody of these looks like another. */
const PEOPLE = [
  ...['Abbadie Ysoline', 'Boyer Kévin', 'Cadet Nadège', 'Dijoux Quentin', 'Elmoin Priscilla'],
  ...['Fontaine Wilfried', 'Grondin Zoé', 'Hoarau Ulysse', 'Iafare Bérénice', 'Jasmin Octave'],
  ...['Kichenin Rose', 'Lebon Tancrède', 'Mangata Félicie', 'Nativel Igor', 'Orangé Maud'],
  ...['Picard Solal', 'Quessary Diane', 'Rivière Hugo', 'Sautron Élise', 'Técher Jonas'],
];

/** The rest of the form, after who it is about. */
export const REST = {
  sexe: 'F',
  'lieu-naissance': 'saint denis (974)',
  telephone: '06 92 00 00 01',
  'code-postal': '97400',
  commune: 'Saint-Denis',
  unite: 'RSMA-RE',
  volontariat: 'VS',
  niveau: 'N3',
  accompagnement: 'PACEA',
  'prerequis.JDC_A_JOUR': 'oui',
  'informe-jour': '20',
  'informe-mois': '1',
  'informe-annee': '2026',
  notice: '1',
};

/** The version a page was made from. */
export const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

/** An adviser at work on the pages that refer somebody. */
export class ReferringAdviser {
  private described = 0;

  constructor(
    private readonly service: TestApplication,
    private readonly code = '97411S00',
  ) {}

  private get person() {
    return this.service.person('ml-adviser', this.code);
  }

  read(address: string) {
    return this.person.get(address).set('accept', 'text/html');
  }

  send(address: string, fields: Record<string, string>) {
    return this.person
      .post(address)
      .set('sec-fetch-site', 'same-origin')
      .set('accept', 'text/html')
      .type('form')
      .send(fields);
  }

  /** Somebody who looks like nobody before. */
  somebody() {
    const [nom = '', prenom = ''] = (PEOPLE[this.described] ?? '').split(' ');
    this.described += 1;
    return {
      nom,
      prenoms: `${prenom}, Marie`,
      'naissance-jour': String(this.described),
      'naissance-mois': String((this.described % 11) + 1),
      'naissance-annee': String(2001 + (this.described % 7)),
      imilo: String(55_000_000 + this.described),
    };
  }

  /** Goes through the first page; answers the address of the form. */
  async begin(identity: Record<string, string> = this.somebody()): Promise<string> {
    const answer = await this.send(START, { ...identity, etape: 'chercher' });
    expect(answer.status).toBe(303);
    return String(answer.headers['location']);
  }

  /** Fills in the form as a browser does. */
  async fill(form: string, fields: Record<string, string>, step = 'continuer') {
    const version = versionIn((await this.read(form)).text);
    return this.send(form, { version, ...fields, etape: step });
  }

  /** Goes as far as the last page. */
  async prepared(identity: Record<string, string> = this.somebody()) {
    const form = await this.begin(identity);
    const answer = await this.fill(form, { ...identity, ...REST });
    expect([answer.status, answer.headers['location']]).toEqual([303, `${form}/verification`]);
    return { form, check: `${form}/verification`, id: form.split('/').at(-1) ?? '' };
  }

  /** Presses the button of a page that sends nothing but the version it shows. */
  async press(address: string) {
    return this.send(address, { version: versionIn((await this.read(address)).text) });
  }
}
