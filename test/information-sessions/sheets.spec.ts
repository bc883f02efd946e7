import { CejWorld } from '../cej/support/cej-world.js';

// What advisers need before a referral: what units offer (F02), and the dated checklist (F03).

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());

const SHEETS = '/api/v1/offer-sheets';
const SHEET = {
  tracks: ['Maçonnerie'],
  conditions: ['De 18 à 25 ans'],
  contactService: 'Cellule recrutement',
  contactPhone: '0262 00 00 00',
  incorporations: [
    { on: '2027-03-01', place: 'Saint-Pierre', places: 40 },
    { on: '2026-12-01', place: 'Saint-Denis' },
  ],
};
const publish = (over: object = {}) => world.recruiter.post(SHEETS).send({ ...SHEET, ...over });
const as = (role: string, code: string) => world.service.person(role as 'ml-adviser', code);

describe('A sheet', () => {
  it('is published, replaced, and read by every mission locale while it is in force', async () => {
    const first = await publish().expect(201);
    expect(first.body).toMatchObject({
      unit: { code: 'RSMA-RE' },
      territory: 'RE',
      number: 1,
      state: 'published',
      incorporations: [
        { on: '2026-12-01', place: 'Saint-Denis', places: null },
        { on: '2027-03-01', place: 'Saint-Pierre', places: 40 },
      ],
    });
    const second = await publish({ tracks: ['Plomberie'] }).expect(201);
    expect(second.body.number).toBe(2);
    const mayotte = as('ml-adviser', '97600S00');
    const { body } = await mayotte.get(`${SHEETS}?unit=RSMA-RE`).expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ number: 2, tracks: ['Plomberie'] }] });
    expect((await mayotte.get(`${SHEETS}?territory=YT`)).body.total).toBe(0);
    await mayotte.get(`${SHEETS}/${first.body.id}`).expect(404);
    const own = await world.recruiter.get(`${SHEETS}/${first.body.id}`).expect(200);
    expect(own.body.state).toBe('replaced');
    await as('recruiter', 'RSMA-YT').get(`${SHEETS}/${second.body.id}`).expect(404);
    await world.adviser.post(SHEETS).send(SHEET).expect(403);
  });

  it('is refused with every point at once', async () => {
    const wrong = await publish({
      tracks: [],
      contactPhone: null,
      incorporations: [{ on: '2026-11-21', place: 'Saint-Pierre' }],
    });
    expect([
      wrong.status,
      wrong.body.errors.map((one: { pointer: string }) => one.pointer),
    ]).toEqual([422, ['/tracks', '/contactPhone', '/incorporations/0']]);
    expect((await publish({ conditions: ['x'.repeat(161)] })).status).toBe(422);
    expect((await publish({ tracks: Array.from({ length: 31 }, () => 'x') })).status).toBe(422);
  });

  it('is published once of two at the same moment', async () => {
    const answers = await Promise.all([publish(), publish(), publish()]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses[0]).toBe(201);
    for (const status of statuses) expect([201, 409]).toContain(status);
    const { rows } = await world.sql(
      `select 1 from app.offer_sheet t join app.organisation o on o.id = t.unit_id
       where o.code = 'RSMA-RE' and t.state = 'published'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('is written on a page from the version in force, and escaped on the one that prints', async () => {
    const read = async (address: string, role = 'recruiter', code = 'RSMA-RE') =>
      (await as(role, code).get(address).set('accept', 'text/html')).text;
    const send = (fields: object) =>
      world.recruiter
        .post('/offres/nouvelle')
        .set('sec-fetch-site', 'same-origin')
        .set('accept', 'text/html')
        .type('form')
        .send(fields);
    await publish({ tracks: ['<b>Maçonnerie</b>'] }).expect(201);
    const form = await read('/offres/nouvelle');
    expect(form).toContain('01/12/2026 ; Saint-Denis');
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';
    const fields = { version, filieres: '<b>Soudure</b>\r\nVente', service: 'Accueil' };
    const wrong = await send({ ...fields, telephone: '0', incorporations: '1er mars ; ici' });
    expect([wrong.status, wrong.text.includes('Ligne 1')]).toEqual([422, true]);
    const done = await send({ ...fields, telephone: '0262 11 11 11' });
    expect(done.status).toBe(303);
    const again = await send({ ...fields, telephone: '0262 11 11 11' });
    expect([again.status, again.text.includes('entre-temps')]).toEqual([422, true]);
    const page = await read(String(done.headers['location']), 'ml-adviser', '97600S00');
    expect(page).toContain('&lt;b>Soudure');
    expect(page).not.toContain('<b>Soudure');
    expect(page).not.toContain('Versions');
    expect(await read('/offres?territoire=RE', 'ml-adviser', '97600S00')).toContain('/offres/');
  });
});

describe('The checklist of a referral', () => {
  const pageOf = async (referral: string) =>
    (await world.adviser.get(`/orientations/${referral}`).set('accept', 'text/html')).text;

  it('keeps the day and the author of each box, and no right of the unit on them', async () => {
    const { referral } = await world.referred({ prerequisites: ['JDC_A_JOUR', 'MOBILITE'] });
    expect(await pageOf(referral)).toMatch(/Coché le 22\snovembre 2026 \(conseil aux jeunes\)/);
    const { rows } = await world.sql(
      `select code, ticked_on::text as day, acting_role as role from app.prerequisite_tick
       where referral_id = $1 order by code`,
      [referral],
    );
    const said = { day: '2026-11-22', role: 'ml-adviser' };
    expect(rows).toEqual([
      { code: 'JDC_A_JOUR', ...said },
      { code: 'MOBILITE', ...said },
    ]);
    const granted = await world.sql(
      `select 1 from information_schema.role_table_grants
       where table_name = 'prerequisite_tick' and grantee = 'passerelle_unit'`,
    );
    expect(granted.rows).toEqual([]);
  });

  it('follows the dated list: what is retired is asked no more, and shown where it was ticked', async () => {
    const before = await world.referred({ prerequisites: ['PERMIS_EN_COURS'] });
    await world.sql(
      `update app.prerequisite_rule set valid_to = '2026-11-30' where code = 'PERMIS_EN_COURS'`,
    );
    world.clock.moveTo('2026-12-05T08:00:00.000Z');
    const later = await world.referred({ prerequisites: [] });
    expect(await pageOf(before.referral)).toContain('Permis de conduire en cours');
    expect(await pageOf(later.referral)).not.toContain('Permis de conduire en cours');
    expect(await pageOf(later.referral)).toContain('Non coché');
  });
});
