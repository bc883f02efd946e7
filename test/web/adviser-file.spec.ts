import { SeedRows } from '../db/support/seed-rows.js';
import { referralBody } from '../permissions/support/referral-body.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

// The page of a referral, as its mission locale works on it, over HTTP and on a real database.

let service: TestApplication;
let rows: SeedRows;
let ml: string;
let unit: string;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  rows = new SeedRows(service.database.owner);
  ml = await rows.known('97411S00');
  unit = await rows.known('RSMA-RE');
});
afterAll(() => service?.close());

const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  service.database.owner.query<Row>(text, values);

interface Addresses {
  readonly id: string;
  readonly referral: string;
  readonly candidacy: string;
}
async function newCase(isDraft = false): Promise<Addresses> {
  const { referralId, candidacyId } = await rows.case(ml, unit, isDraft);
  return {
    id: referralId,
    referral: `/orientations/${referralId}`,
    candidacy: `/candidatures/${candidacyId}`,
  };
}

const as = (role: string, code: string) => service.person(role, code);
const adviser = () => as('ml-adviser', '97411S00');
const manager = () => as('ml-manager', '97411S00');
const recruiter = () => as('recruiter', 'RSMA-RE');
type Person = ReturnType<typeof adviser>;

const read = async (person: Person, address: string) =>
  (await person.get(address).set('accept', 'text/html')).text;
const send = (person: Person, address: string, fields: Record<string, string>) =>
  person
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

/** Opens the page of an act and sends its form, as a browser does. */
async function act(person: Person, address: string, fields: Record<string, string> = {}) {
  return send(person, address, { version: versionIn(await read(person, address)), ...fields });
}
async function decide(candidacy: string, outcome: Record<string, string>, on = '2026-11-25') {
  const [year = '', month = '', date = ''] = on.split('-');
  const day = { 'decision-jour': date, 'decision-mois': month, 'decision-annee': year };
  const answer = await act(recruiter(), `${candidacy}/resultat`, {
    ...day,
    ...outcome,
    etape: 'enregistrer',
  });
  expect(answer.status).toBe(303);
}
const MEDICAL = {
  resultat: 'INAPTE_TEMPORAIRE',
  'reexamen-jour': '1',
  'reexamen-mois': '5',
  'reexamen-annee': '2027',
};
const titlesIn = (html: string) =>
  [...html.matchAll(/app-timeline__title">([^<]*)</g)].map(([, title]) => title);

describe('The file of a referral', () => {
  it('goes from the draft to the answer of the unit, by pages alone', async () => {
    const made = await adviser().post('/api/v1/referrals').send(referralBody()).expect(201);
    const id = String(made.body.id);
    const referral = `/orientations/${id}`;
    expect(await read(adviser(), referral)).toContain('Rien n’a encore été transmis');
    expect(await read(adviser(), referral)).toContain('Relisez ce brouillon');
    const asked = await read(adviser(), `${referral}/transmission`);
    expect(asked).toContain('L’unité recevra le dossier');
    expect(await read(adviser(), referral)).toContain('Brouillon');

    const sent = await act(adviser(), `${referral}/transmission`);
    expect([sent.status, sent.headers['location']]).toEqual([303, referral]);
    expect(await read(adviser(), referral)).toContain('L’unité doit accuser réception');
    const { rows: files } = await sql<{ id: string; sent: string }>(
      `select c.id, r.referred_on::text as sent from app.candidacy c
       join app.referral r on r.id = c.referral_id where r.id = $1`,
      [id],
    );
    const candidacy = `/candidatures/${files[0]?.id}`;
    expect((await act(recruiter(), `${candidacy}/accuse-reception`)).status).toBe(303);
    expect(await read(adviser(), referral)).toContain('étudie le dossier');
    await decide(candidacy, { resultat: 'DESISTEMENT' }, files[0]?.sent);

    const decided = await read(adviser(), referral);
    expect(decided).toContain('Désistement du candidat');
    expect(titlesIn(decided)).toEqual([
      'Décision de l’unité',
      'Réception accusée par l’unité',
      'Orientation transmise',
    ]);
    expect(decided).toContain('RSMA de La Réunion, ');
    expect(decided).not.toContain(`${referral}/retrait`);
  });

  it('says when a retained young person begins', async () => {
    const { referral, candidacy } = await newCase();
    const incorporation = { jour: '11', mois: '1', annee: '2027' };
    await decide(candidacy, {
      resultat: 'APTE_RETENU',
      ...Object.fromEntries(
        Object.entries(incorporation).map(([part, value]) => [`incorporation-${part}`, value]),
      ),
    });

    const retained = await read(adviser(), referral);
    expect(retained).toContain('Incorporer le jeune');
    expect(retained).toContain('11 janvier 2027');
  });

  it('shows an outcome that the unit replaced, before and after, a medical one never', async () => {
    const { referral, candidacy } = await newCase();
    const again = (body: object) =>
      recruiter()
        .post(`/api/v1${candidacy.replace('/candidatures', '/candidacies')}/commands/decide`)
        .send(body);
    await decide(candidacy, { resultat: 'ABSENT' });
    await again({ code: 'DESISTEMENT', decidedOn: '2026-11-26' }).expect(200);

    const replaced = await read(adviser(), referral);
    expect(replaced).toMatch(
      /Résultat avant.*Absent à la convocation, décision du 25 novembre 2026/s,
    );
    expect(replaced).toMatch(/Résultat après.*Désistement du candidat, décision du 26 novembre/s);

    await again({
      code: 'INAPTE_TEMPORAIRE',
      decidedOn: '2026-11-27',
      reexaminationOn: '2027-05-01',
    });
    const history = (await read(adviser(), referral)).split('Historique').at(-1) ?? '';
    expect(history).toContain('Résultat avant');
    expect(history).not.toMatch(/[Ii]napt/);
  });

  it.each([
    ['retrait', 'Vous ne pourrez pas annuler ce retrait', 'Retirée'],
    ['sans-reponse', 'Ce n’est pas un refus', 'Sans réponse'],
  ])('asks once before %s, and says what cannot be undone', async (path, warning, state) => {
    const { referral } = await newCase();

    expect(await read(adviser(), `${referral}/${path}`)).toContain(warning);
    expect(await read(adviser(), referral)).toContain('Transmise</span>');
    const done = await act(adviser(), `${referral}/${path}`);
    expect([done.status, done.headers['location']]).toEqual([303, referral]);
    expect(String(done.headers['set-cookie'])).toContain('HttpOnly');
    expect(await read(adviser(), referral)).toContain(`${state}</span>`);
  });

  it('tells whoever acts on what another changed meanwhile, and writes nothing', async () => {
    const { referral, candidacy } = await newCase();
    const version = versionIn(await read(adviser(), `${referral}/retrait`));
    await act(recruiter(), `${candidacy}/accuse-reception`);
    const late = await send(adviser(), `${referral}/retrait`, { version });

    expect(late.status).toBe(409);
    expect(late.text).toContain('n’a pas été enregistrée');
    expect(late.text).toMatch(/Dernier événement[^<]*Réception accusée par l’unité/);
    expect(await read(adviser(), referral)).toContain('Reçue</span>');
  });

  it('does not ask to confirm what is no longer possible', async () => {
    const { referral, candidacy } = await newCase();
    await decide(candidacy, { resultat: 'ABSENT' });
    const answer = await adviser().get(`${referral}/retrait`).set('accept', 'text/html');

    expect(answer.status).toBe(409);
    expect(answer.text).not.toContain('name="version"');
    expect((await send(adviser(), `${referral}/retrait`, { version: '1' })).status).toBe(409);
  });

  it('refuses a second open referral of the same person, and keeps the draft', async () => {
    const first = await newCase();
    const draft = await newCase(true);
    await sql(
      `update app.referral set person_id = (select person_id from app.referral where id = $1)
       where id = $2`,
      [first.id, draft.id],
    );
    const refused = await act(adviser(), `${draft.referral}/transmission`);

    expect(refused.status).toBe(409);
    expect(refused.text).toContain('a déjà une orientation en cours');
    expect(await read(adviser(), draft.referral)).toContain('Brouillon</span>');
  });
});

describe('The medical conclusion', () => {
  it('opens to the adviser in charge, and to the manager who says why', async () => {
    const { referral, candidacy } = await newCase();
    await decide(candidacy, MEDICAL);

    expect(await read(adviser(), referral)).toContain('Inaptitude médicale temporaire');
    const closed = await read(manager(), referral);
    expect(closed).toContain('Non retenu');
    expect(closed).not.toMatch(/inaptitude|1er mai 2027/i);

    const without = await send(manager(), `${referral}/conclusion`, { motif: '' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('href="#motif"');
    expect(without.text).not.toMatch(/inaptitude/i);

    const opened = await send(manager(), `${referral}/conclusion`, { motif: 'SUIVI_DU_JEUNE' });
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('Inaptitude médicale temporaire');
    expect(opened.text).toContain('1er mai 2027');
    const { rows: traces } = await sql<{ text: string }>(
      `select row_to_json(e)::text as text from app.audit_event e
       where row_to_json(e)::text like '%SUIVI_DU_JEUNE%'
         and position($1 in row_to_json(e)::text) > 0`,
      [candidacy.split('/').at(-1)],
    );
    expect(traces).toHaveLength(1);
    expect(await read(manager(), referral)).not.toMatch(/inaptitude/i);
  });

  it('stays closed to an adviser who is not in charge, who is asked for no reason', async () => {
    const { referral, candidacy, id } = await newCase();
    await decide(candidacy, MEDICAL);
    await sql('update app.referral set adviser_id = gen_random_uuid() where id = $1', [id]);
    const page = await read(adviser(), referral);

    expect(page).toContain('Non retenu');
    expect(page).not.toMatch(/inaptitude|Motif d’ouverture/i);
    const asked = await send(adviser(), `${referral}/conclusion`, { motif: 'SUIVI_DU_JEUNE' });
    expect(asked.status).toBe(403);
  });

  it('is asked for in the same words when a refusal is not medical', async () => {
    const { referral, candidacy } = await newCase();
    await decide(candidacy, { resultat: 'NON_RETENU_SELECTION' });
    const page = await read(manager(), referral);

    expect(page).toContain('Ouvrir la conclusion');
    expect(page).not.toContain('sélection');
  });
});

describe('The pages of a referral', () => {
  it('do not know those of another mission locale, nor what is no act', async () => {
    const { referral } = await newCase();
    const stranger = () => as('ml-adviser', '97410S00');
    for (const path of ['', '/retrait', '/sans-reponse']) {
      expect((await stranger().get(`${referral}${path}`)).status).toBe(404);
    }
    expect((await send(stranger(), `${referral}/retrait`, { version: '1' })).status).toBe(404);
    expect((await adviser().get(`${referral}/toString`)).status).toBe(404);
    expect(await read(adviser(), referral)).toContain('Transmise</span>');
  });

  it('refuse a form of another site', async () => {
    const { referral } = await newCase();
    const answer = await adviser()
      .post(`${referral}/retrait`)
      .set('sec-fetch-site', 'cross-site')
      .type('form')
      .send({ version: '1' });

    expect(answer.status).toBe(403);
    expect(await read(adviser(), referral)).toContain('Transmise</span>');
  });

  it('name nobody in their title', async () => {
    const { referral } = await newCase();

    expect(/<title>([^<]*)</.exec(await read(adviser(), referral))?.[1]).not.toContain('PAYET');
  });
});
