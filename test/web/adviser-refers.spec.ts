import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

// An adviser refers somebody by pages alone, over HTTP and on a real database.

let service: TestApplication;
let rows: SeedRows;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  rows = new SeedRows(service.database.owner);
});
afterAll(() => service?.close());

const adviser = (code = '97411S00') => service.person('ml-adviser', code);
type Person = ReturnType<typeof adviser>;
const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  service.database.owner.query<Row>(text, values);
const read = async (address: string, person: Person = adviser()) =>
  person.get(address).set('accept', 'text/html');
const send = (address: string, fields: Record<string, string>, person: Person = adviser()) =>
  person
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);

const START = '/orientations/nouvelle';
let imiloIds = 55_000_000;
/** Nobody of these looks like another. */
const PEOPLE = [
  ...['Abbadie Ysoline', 'Boyer Kévin', 'Cadet Nadège', 'Dijoux Quentin', 'Elmoin Priscilla'],
  ...['Fontaine Wilfried', 'Grondin Zoé', 'Hoarau Ulysse', 'Iafare Bérénice', 'Jasmin Octave'],
  ...['Kichenin Rose', 'Lebon Tancrède', 'Mangata Félicie', 'Nativel Igor', 'Orangé Maud'],
  ...['Picard Solal', 'Quessary Diane', 'Rivière Hugo', 'Sautron Élise', 'Técher Jonas'],
];
let described = 0;
function somebody(): Record<string, string> {
  const [nom = '', prenom = ''] = (PEOPLE[described] ?? '').split(' ');
  described += 1;
  imiloIds += 1;
  return {
    nom,
    prenoms: `${prenom}, Marie`,
    'naissance-jour': String(described),
    'naissance-mois': String((described % 11) + 1),
    'naissance-annee': String(2001 + (described % 7)),
    imilo: String(imiloIds),
  };
}
const REST = {
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
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

/** Goes through the first page; answers the address of the form. */
async function begin(identity = somebody()): Promise<string> {
  const answer = await send(START, { ...identity, etape: 'chercher' });
  expect(answer.status).toBe(303);
  return String(answer.headers['location']);
}
/** Fills in the form as a browser does. */
async function fill(form: string, fields: Record<string, string>, step = 'continuer') {
  return send(form, { version: versionIn((await read(form)).text), ...fields, etape: step });
}
async function prepared(identity = somebody(), rest: Record<string, string> = REST) {
  const form = await begin(identity);
  const answer = await fill(form, { ...identity, ...rest });
  expect([answer.status, answer.headers['location']]).toEqual([303, `${form}/verification`]);
  return { form, check: `${form}/verification`, id: form.split('/').at(-1) ?? '' };
}
const referralsOf = async (id: string) =>
  (await sql<{ state: string }>('select state from app.referral where id = $1', [id])).rows;

describe('An adviser', () => {
  it('refers somebody new: search, form, check, sending', async () => {
    const identity = somebody();
    const { check, id } = await prepared(identity);
    const page = (await read(check)).text;
    expect(page).toContain('Saint-Denis (974)');
    expect(page).toContain('RSMA de La Réunion');
    expect(page).toContain('Journée défense et citoyenneté à jour');
    expect(page).toContain(`href="${START}/${id}#telephone"`);

    const sent = await send(check, { version: versionIn(page) });
    expect([sent.status, sent.headers['location']]).toEqual([303, `/orientations/${id}`]);
    const file = (await read(`/orientations/${id}`)).text;
    expect(file).toContain('Transmise</span>');
    expect(file).toContain(identity['nom']);
    expect(file).toContain('0692000001');
    const { rows: seen } = await sql(
      'select 1 from app.candidacy c join app.referral r on r.id = c.referral_id where r.id = $1',
      [id],
    );
    expect(seen).toHaveLength(1);
    const { rows: left } = await sql('select 1 from app.referral_preparation where id = $1', [id]);
    expect(left).toEqual([]);
  });

  it('makes one referral of a double click, and of a page gone back to', async () => {
    const { check, id } = await prepared();
    const version = versionIn((await read(check)).text);
    const clicks = await Promise.all([1, 2, 3].map(() => send(check, { version })));
    clicks.push(await send(check, { version }));

    for (const { status, headers } of clicks) {
      expect([status, headers['location']]).toEqual([303, `/orientations/${id}`]);
    }
    expect(await referralsOf(id)).toEqual([{ state: 'submitted' }]);
    const { rows: lines } = await sql(
      'select 1 from app.referral_transition where referral_id = $1',
      [id],
    );
    expect(lines).toHaveLength(1);
  });

  it('is told what is missing, field by field, and finds what was typed', async () => {
    const form = await begin();
    const fields = { prenoms: 'Léa', courriel: 'pas une adresse', 'naissance-jour': '31' };
    const answer = await fill(form, {
      ...fields,
      'naissance-mois': '2',
      'naissance-annee': '2004',
    });

    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/<title>Erreur : /);
    for (const [name, words] of [
      ['nom', 'Saisissez le nom de naissance'],
      ['naissance', 'La date de naissance doit être une date réelle'],
      ['courriel', 'Saisissez une adresse électronique'],
      ['unite', 'Sélectionnez un régiment ou un centre'],
      ['informe', 'Saisissez le jour où vous avez informé le jeune'],
    ]) {
      expect(answer.text).toContain(`<a href="#${name}">${words}`);
    }
    expect(answer.text).toContain('value="pas une adresse"');
    expect((await read(form)).text).toContain('value="pas une adresse"');
  });

  it('is asked which commune is meant when several bear the name', async () => {
    const identity = somebody();
    const form = await begin(identity);
    const answer = await fill(form, { ...identity, ...REST, 'lieu-naissance': 'Saint-Denis' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Plusieurs communes portent ce nom');
    const unknown = await fill(form, { ...identity, ...REST, 'lieu-naissance': 'Atlantide' });
    expect(unknown.text).toContain('n’est ni une commune ni un pays connu');
  });

  it('sees whoever is on file already, with the referral under way, before describing again', async () => {
    const identity = somebody();
    const { check, id } = await prepared(identity);
    await send(check, { version: versionIn((await read(check)).text) });
    const again = await send(START, { ...identity, imilo: '', etape: 'chercher' });

    expect(again.status).toBe(200);
    expect(again.text).toContain('ressemble à ce jeune');
    expect(again.text).toContain(`href="/orientations/${id}"`);
    expect(again.text).not.toContain(`Orienter ${identity['nom']}`);
    const other = await send(START, { ...identity, etape: 'nouveau' });
    expect(other.status).toBe(303);
    const form = String(other.headers['location']);
    await fill(form, { ...identity, ...REST });
    const checked = (await read(`${form}/verification`)).text;
    expect(checked).toContain('a déjà une orientation en cours');
    const refused = await send(`${form}/verification`, { version: versionIn(checked) });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('pas été transmise');
    expect(await referralsOf(form.split('/').at(-1) ?? '')).toEqual([]);
  });

  it('does not type again what is known of somebody on file', async () => {
    const identity = somebody();
    const { check, id } = await prepared(identity);
    await send(check, { version: versionIn((await read(check)).text) });
    const file = `/orientations/${id}`;
    await send(`${file}/retrait`, { version: versionIn((await read(`${file}/retrait`)).text) });
    const found = await send(START, { ...identity, etape: 'chercher' });
    const person = /name="jeune" value="([^"]+)"/.exec(found.text)?.[1] ?? '';
    const begun = await send(START, { etape: 'connu', jeune: person });

    const form = (await read(String(begun.headers['location']))).text;
    expect(form).toContain(`value="${identity['nom']}"`);
    expect(form).toContain('value="Saint-Denis (974)"');
    expect(form).toContain('value="0692000001"');
  });

  it('refers no minor without the agreement of whoever answers for them', async () => {
    const identity = { ...somebody(), 'naissance-annee': '2011' };
    const form = await begin(identity);
    expect((await read(form)).text).toContain('Ce jeune est mineur');
    const asked = await fill(form, { ...identity, ...REST, 'representant.connu': 'oui' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('href="#autorisation"');
    const unnamed = await fill(form, { ...identity, ...REST, autorisation: 'given' });
    expect(unnamed.text).toContain('href="#representant"');

    const agreed = { 'representant.connu': 'oui', autorisation: 'given' };
    const answer = await fill(form, { ...identity, ...REST, ...agreed });
    expect(answer.status).toBe(303);
    const check = (await read(`${form}/verification`)).text;
    expect(check).toContain('Donnée par écrit');
    expect(check).toContain('16 à 26 ans');
    expect((await send(`${form}/verification`, { version: versionIn(check) })).status).toBe(303);
    expect((await read(await begin())).text).not.toContain('Ce jeune est mineur');
  });
});

describe('A draft', () => {
  it('is kept at any step, whatever is missing, and taken up again from the worklist', async () => {
    const nom = somebody()['nom'] ?? '';
    const kept = await send(START, { nom, etape: 'brouillon' });
    expect([kept.status, kept.headers['location']]).toEqual([303, '/orientations']);
    const list = (await read('/orientations')).text;
    expect(list).toContain(nom);
    const form = new RegExp(`href="(${START}/[^"]+)">${nom}`).exec(list)?.[1] ?? '';
    const again = await fill(form, { nom, courriel: 'moitié' }, 'brouillon');
    expect(again.status).toBe(303);
    const page = (await read(form)).text;
    expect(page).toContain(`value="${nom}"`);
    expect(page).toContain('value="moitié"');
    expect((await read('/orientations?onglet=toutes')).text).not.toContain(nom);
  });

  it('that another changed meanwhile is not written over, and what was typed stays', async () => {
    const form = await begin();
    const version = versionIn((await read(form)).text);
    await fill(form, { nom: 'Premier' }, 'brouillon');
    const late = await send(form, { version, nom: 'Second', etape: 'brouillon' });

    expect(late.status).toBe(409);
    expect(late.text).toContain('value="Second"');
    expect((await read(form)).text).toContain('value="Premier"');
    const knowing = await send(form, {
      version: versionIn(late.text),
      nom: 'Second',
      etape: 'brouillon',
    });
    expect(knowing.status).toBe(303);
  });

  it('is read again before it is sent when it changed after the check', async () => {
    const identity = somebody();
    const { form, check, id } = await prepared(identity);
    const version = versionIn((await read(check)).text);
    await fill(form, { ...identity, ...REST, telephone: '0692999999' });
    const answer = await send(check, { version });

    expect(answer.status).toBe(409);
    expect(answer.text).toContain('0692999999');
    expect(await referralsOf(id)).toEqual([]);
  });

  it('never holds health nor a social security number', async () => {
    const form = await begin();
    const answer = await fill(form, { complement: 'suivi en psychiatrie' }, 'brouillon');

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('donnée de santé');
    const { rows: found } = await sql(
      `select 1 from app.referral_preparation where typed::text like '%psychiatrie%'`,
    );
    expect(found).toEqual([]);
  });

  it('is given up after one question', async () => {
    const form = await begin();
    expect((await read(`${form}/suppression`)).text).toContain('Vous ne pourrez pas annuler');
    expect((await send(`${form}/suppression`, {})).status).toBe(303);
    expect((await read(form)).status).toBe(404);
    expect((await send(`${form}/suppression`, {})).status).toBe(404);
  });

  it('is forgotten when nobody came back to it for sixty days', async () => {
    const form = await begin();
    await sql(
      `update app.referral_preparation set updated_at = now() - interval '61 days' where id = $1`,
      [form.split('/').at(-1)],
    );
    await begin();
    expect((await read(form)).status).toBe(404);
  });

  it('is nothing to another mission locale', async () => {
    const { form, check } = await prepared();
    const stranger = adviser('97410S00');
    for (const address of [form, check, `${form}/suppression`]) {
      expect((await read(address, stranger)).status).toBe(404);
      expect((await send(address, { version: '2' }, stranger)).status).toBe(404);
    }
    const person = await rows.person(await organisation('97411S00'));
    expect((await send(START, { etape: 'connu', jeune: person }, stranger)).status).toBe(404);
    expect((await send(START, { etape: 'connu', jeune: 'x' }, stranger)).status).toBe(404);
  });
});

async function organisation(code: string): Promise<string> {
  const found = await sql<{ id: string }>('select id from app.organisation where code = $1', [
    code,
  ]);
  return found.rows[0]?.id ?? '';
}
