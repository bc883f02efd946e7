import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ReferringAdviser, REST, START, versionIn } from './referring-adviser.js';

// An adviser refers somebody by pages alone, over HTTP and on a real database.

let service: TestApplication;
let adviser: ReferringAdviser;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  adviser = new ReferringAdviser(service);
});
afterAll(() => service?.close());

const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  service.database.owner.query<Row>(text, values);
const referralsOf = async (id: string) =>
  (await sql<{ state: string }>('select state from app.referral where id = $1', [id])).rows;

describe('An adviser', () => {
  it('refers somebody new: search, form, check, sending', async () => {
    const identity = adviser.somebody();
    const { check, id } = await adviser.prepared(identity);
    const page = (await adviser.read(check)).text;
    expect(page).toContain('Saint-Denis (974)');
    expect(page).toContain('RSMA de La Réunion');
    expect(page).toContain('Journée défense et citoyenneté à jour');
    expect(page).toContain(`href="${START}/${id}#telephone"`);

    const sent = await adviser.send(check, { version: versionIn(page) });
    expect([sent.status, sent.headers['location']]).toEqual([303, `/orientations/${id}`]);
    const file = (await adviser.read(`/orientations/${id}`)).text;
    expect(file).toContain('Transmise</span>');
    expect(file).toContain(identity['nom']);
    expect(file).toContain('06\u00A092\u00A000\u00A000\u00A001');
    const { rows: seen } = await sql(
      'select 1 from app.candidacy c join app.referral r on r.id = c.referral_id where r.id = $1',
      [id],
    );
    expect(seen).toHaveLength(1);
    const { rows: left } = await sql('select 1 from app.referral_preparation where id = $1', [id]);
    expect(left).toEqual([]);
  });

  it('makes one referral of a double click, and of a page gone back to', async () => {
    const { check, id } = await adviser.prepared();
    const version = versionIn((await adviser.read(check)).text);
    const clicks = await Promise.all([1, 2, 3].map(() => adviser.send(check, { version })));
    clicks.push(await adviser.send(check, { version }));

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
    const form = await adviser.begin();
    const fields = { prenoms: 'Léa', courriel: 'pas une adresse', 'naissance-jour': '31' };
    const answer = await adviser.fill(form, {
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
    expect((await adviser.read(form)).text).toContain('value="pas une adresse"');
  });

  it('is asked which commune is meant when several bear the name', async () => {
    const identity = adviser.somebody();
    const form = await adviser.begin(identity);
    const answer = await adviser.fill(form, {
      ...identity,
      ...REST,
      'lieu-naissance': 'Saint-Denis',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Plusieurs communes portent ce nom');
    const unknown = await adviser.fill(form, {
      ...identity,
      ...REST,
      'lieu-naissance': 'Atlantide',
    });
    expect(unknown.text).toContain('n’est ni une commune ni un pays connu');
  });

  it('sees whoever is on file already, with the referral under way, before describing again', async () => {
    const identity = adviser.somebody();
    const { check, id } = await adviser.prepared(identity);
    await adviser.send(check, { version: versionIn((await adviser.read(check)).text) });
    const again = await adviser.send(START, { ...identity, imilo: '', etape: 'chercher' });

    expect(again.status).toBe(200);
    expect(again.text).toContain('ressemble à ce jeune');
    expect(again.text).toContain(`href="/orientations/${id}"`);
    expect(again.text).not.toContain(`Orienter ${identity['nom']}`);
    const other = await adviser.send(START, { ...identity, etape: 'nouveau' });
    expect(other.status).toBe(303);
    const form = String(other.headers['location']);
    await adviser.fill(form, { ...identity, ...REST });
    const checked = (await adviser.read(`${form}/verification`)).text;
    expect(checked).toContain('a déjà une orientation en cours');
    const refused = await adviser.send(`${form}/verification`, { version: versionIn(checked) });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('pas été transmise');
    expect(await referralsOf(form.split('/').at(-1) ?? '')).toEqual([]);
  });

  it('does not type again what is known of somebody on file', async () => {
    const identity = adviser.somebody();
    const { check, id } = await adviser.prepared(identity);
    await adviser.send(check, { version: versionIn((await adviser.read(check)).text) });
    const file = `/orientations/${id}`;
    await adviser.send(`${file}/retrait`, {
      version: versionIn((await adviser.read(`${file}/retrait`)).text),
    });
    const found = await adviser.send(START, { ...identity, etape: 'chercher' });
    const person = /name="jeune" value="([^"]+)"/.exec(found.text)?.[1] ?? '';
    const begun = await adviser.send(START, { etape: 'connu', jeune: person });

    const form = (await adviser.read(String(begun.headers['location']))).text;
    expect(form).toContain(`value="${identity['nom']}"`);
    expect(form).toContain('value="Saint-Denis (974)"');
    expect(form).toContain('value="0692000001"');
  });

  it('refers no minor without the agreement of whoever answers for them', async () => {
    const identity = { ...adviser.somebody(), 'naissance-annee': '2011' };
    const form = await adviser.begin(identity);
    expect((await adviser.read(form)).text).toContain('Ce jeune est mineur');
    const asked = await adviser.fill(form, { ...identity, ...REST, 'representant.connu': 'oui' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('href="#autorisation"');
    const unnamed = await adviser.fill(form, { ...identity, ...REST, autorisation: 'given' });
    expect(unnamed.text).toContain('href="#representant"');

    const agreed = { 'representant.connu': 'oui', autorisation: 'given' };
    const answer = await adviser.fill(form, { ...identity, ...REST, ...agreed });
    expect(answer.status).toBe(303);
    const check = (await adviser.read(`${form}/verification`)).text;
    expect(check).toContain('Donnée par écrit');
    expect(check).toContain('16 à 26 ans');
    expect((await adviser.send(`${form}/verification`, { version: versionIn(check) })).status).toBe(
      303,
    );
    expect((await adviser.read(await adviser.begin())).text).not.toContain('Ce jeune est mineur');
  });
});
