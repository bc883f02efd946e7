import { PurgePreparations } from '../../src/referrals/index.js';
import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ReferringAdviser, REST, START, versionIn } from './referring-adviser.js';

// What an adviser typed and did not send yet.

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

describe('A draft', () => {
  it('is kept at any step, whatever is missing, and taken up again from the worklist', async () => {
    const nom = adviser.somebody()['nom'] ?? '';
    const kept = await adviser.send(START, { nom, etape: 'brouillon' });
    expect([kept.status, kept.headers['location']]).toEqual([303, '/orientations']);
    const list = (await adviser.read('/orientations')).text;
    expect(list).toContain(nom);
    const form = new RegExp(`href="(${START}/[^"]+)">${nom}`).exec(list)?.[1] ?? '';
    const again = await adviser.fill(form, { nom, courriel: 'moitié' }, 'brouillon');
    expect(again.status).toBe(303);
    const page = (await adviser.read(form)).text;
    expect(page).toContain(`value="${nom}"`);
    expect(page).toContain('value="moitié"');
    expect((await adviser.read('/orientations?onglet=toutes')).text).not.toContain(nom);
  });

  it('that another changed meanwhile is not written over, and what was typed stays', async () => {
    const form = await adviser.begin();
    const version = versionIn((await adviser.read(form)).text);
    await adviser.fill(form, { nom: 'Premier' }, 'brouillon');
    const late = await adviser.send(form, { version, nom: 'Second', etape: 'brouillon' });

    expect(late.status).toBe(409);
    expect(late.text).toContain('value="Second"');
    expect((await adviser.read(form)).text).toContain('value="Premier"');
    const knowing = await adviser.send(form, {
      version: versionIn(late.text),
      nom: 'Second',
      etape: 'brouillon',
    });
    expect(knowing.status).toBe(303);
  });

  it('is read again before it is sent when it changed after the check', async () => {
    const identity = adviser.somebody();
    const { form, check, id } = await adviser.prepared(identity);
    const version = versionIn((await adviser.read(check)).text);
    await adviser.fill(form, { ...identity, ...REST, telephone: '0692999999' });
    const answer = await adviser.send(check, { version });

    expect(answer.status).toBe(409);
    expect(answer.text).toContain('06\u00A092\u00A099\u00A099\u00A099');
    expect(await referralsOf(id)).toEqual([]);
  });

  it('never holds health nor a social security number', async () => {
    const form = await adviser.begin();
    const answer = await adviser.fill(form, { complement: 'suivi en psychiatrie' }, 'brouillon');

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('donnée de santé');
    const { rows: found } = await sql(
      `select 1 from app.referral_preparation where typed::text like '%psychiatrie%'`,
    );
    expect(found).toEqual([]);
  });

  it('is given up after one question', async () => {
    const form = await adviser.begin();
    expect((await adviser.read(`${form}/suppression`)).text).toContain(
      'Vous ne pourrez pas annuler',
    );
    const stale = await adviser.send(`${form}/suppression`, { version: '9' });
    expect(stale.headers['location']).toBe(form);
    expect((await adviser.press(`${form}/suppression`)).status).toBe(303);
    expect((await adviser.read(form)).status).toBe(404);
    expect((await adviser.send(`${form}/suppression`, {})).status).toBe(404);
  });

  it('is forgotten when nobody came back to it for sixty days', async () => {
    const form = await adviser.begin();
    await sql(
      `update app.referral_preparation set updated_at = now() - interval '61 days' where id = $1`,
      [form.split('/').at(-1)],
    );
    const recent = await adviser.begin();
    expect((await adviser.read(form)).status).toBe(200);
    const purge = service.app.get(PurgePreparations, { strict: false });
    expect(await purge.execute('test')).toBe(1);
    expect((await adviser.read(form)).status).toBe(404);
    expect((await adviser.read(recent)).status).toBe(200);
  });

  it('is nothing to another mission locale', async () => {
    const { form, check } = await adviser.prepared();
    const stranger = new ReferringAdviser(service, '97410S00');
    for (const address of [form, check, `${form}/suppression`]) {
      expect((await stranger.read(address)).status).toBe(404);
      expect((await stranger.send(address, { version: '2' })).status).toBe(404);
    }
    const { rows } = await sql<{ id: string }>(
      `select id from app.organisation where code = '97411S00'`,
    );
    const person = await new SeedRows(service.database.owner).person(rows[0]?.id ?? '');
    expect((await stranger.send(START, { etape: 'connu', jeune: person })).status).toBe(404);
    expect((await stranger.send(START, { etape: 'connu', jeune: 'x' })).status).toBe(404);
  });
});
