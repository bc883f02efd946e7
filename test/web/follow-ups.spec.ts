import { CejWorld, type Served } from '../cej/support/cej-world.js';

// The pages of what became of those who left, as the mission locale answers and the unit reads.

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());

const as = (role: string, code = '97411S00') => world.service.person(role as 'ml-adviser', code);
const read = async (address: string, role = 'ml-adviser', code = '97411S00') =>
  (await as(role, code).get(address).set('accept', 'text/html')).text;
const send = (address: string, fields: Record<string, string>, role = 'ml-adviser') =>
  as(role)
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
const on = (name: string, text: string) => {
  const [year = '', month = '', day = ''] = text.split('-');
  return { [`${name}-jour`]: day, [`${name}-mois`]: month, [`${name}-annee`]: year };
};
const countOf = (html: string, label: string) =>
  Number(new RegExp(`${label} <span class="app-count">(\\d+)</span>`).exec(html)?.[1] ?? -1);

async function gone(): Promise<{ served: Served; id: string; page: string }> {
  const served = await world.served('2026-09-01', '2027-08-31');
  await world.exit(served, '2026-11-20');
  const id = served.volunteer.split('/').at(-1) ?? '';
  return { served, id, page: `/devenirs/${id}/M3` };
}

describe('The page of those who left', () => {
  it('asks when the window is open, takes one click, and shows the unit what was said', async () => {
    const one = await gone();
    const other = await gone();
    expect(countOf(await read('/devenirs'), 'À renseigner')).toBe(0);
    const early = await as('ml-adviser').get(one.page).set('accept', 'text/html');
    expect([early.status, early.text.includes('à partir du 6 janvier 2027')]).toEqual([409, true]);

    world.clock.moveTo('2027-02-12T08:00:00.000Z');
    expect(await read('/')).toContain('devenirs à renseigner');
    const list = await read('/devenirs');
    expect(countOf(list, 'À renseigner')).toBe(2);
    expect(list).toContain('Toujours\u00A0: Sans solution');
    expect(list).not.toContain('Taux de réponse');

    const clicked = await send(one.page, {
      version: '0',
      situation: 'SANS_SOLUTION',
      source: 'DECLARATIF',
    });
    expect([clicked.status, clicked.headers['location']]).toEqual([303, '/devenirs']);
    const again = await send(one.page, {
      version: '0',
      situation: 'NON_CONNU',
      source: 'SANS_REPONSE',
    });
    expect([again.status, again.text.includes('Devenir renseigné')]).toEqual([409, true]);

    const form = await read(other.page);
    const empty = await send(other.page, { version: versionIn(form) });
    expect([empty.status, empty.text.includes('Choisissez une situation')]).toEqual([422, true]);
    const wrong = await send(other.page, {
      version: versionIn(form),
      situation: 'CDI',
      source: 'SANS_REPONSE',
      ...on('constat', '2027-02-10'),
    });
    expect([wrong.status, wrong.text.includes('Sans réponse du jeune')]).toEqual([422, true]);
    const right = await send(other.page, {
      version: versionIn(form),
      situation: 'NON_CONNU',
      source: 'SANS_REPONSE',
      ...on('constat', '2027-02-10'),
    });
    expect(right.status).toBe(303);

    const done = await read('/devenirs?onglet=renseignes');
    expect(countOf(done, 'Renseignés')).toBe(2);
    expect(countOf(done, 'À renseigner')).toBe(0);
    const manager = await read('/devenirs', 'ml-manager');
    expect(manager).toContain('50\u00A0% – 1\u00A0réponse sur 2\u00A0jeunes');

    const asUnit = await read('/devenirs?onglet=renseignes', 'recruiter', 'RSMA-RE');
    expect(asUnit).toContain('Sans solution');
    expect(asUnit).toContain('Taux de réponse');
    expect(asUnit).not.toContain('<form method="post" action="/devenirs');
    const service = await read(`/volontaires/${one.id}`, 'recruiter', 'RSMA-RE');
    expect(service).toContain('Devenir après la sortie');
    expect(service).toContain('Sans solution. Dit par le jeune le 12/02/2027.');
    expect(service).not.toContain('Corriger<');
    expect(await read(`/volontaires/${one.id}`)).toContain(`href="${one.page}"`);
    const { body } = await world.adviser.get(`/api/v1/returns?volunteer=${one.id}`).expect(200);
    expect(await read(`/retours/${body.items[0].id}`)).toContain('Devenir après la sortie');
  });

  it('says of a closed window that it can be answered no more', async () => {
    world.clock.moveTo('2026-11-22T08:00:00.000Z');
    const { page } = await gone();
    world.clock.moveTo('2027-04-07T08:00:00.000Z');
    const late = await as('ml-adviser').get(page).set('accept', 'text/html');
    expect(late.status).toBe(409);
    expect(late.text).toContain('on ne peut plus répondre');
    const sent = await send(page, { version: '0', situation: 'CDI', source: 'DECLARATIF' });
    expect([sent.status, sent.text.includes('compte comme resté sans réponse')]).toEqual([
      409,
      true,
    ]);
    const list = await read('/devenirs?onglet=fenetres-closes');
    expect(countOf(list, 'Fenêtres closes')).toBe(1);
    expect(list).toContain('Resté sans réponse');
    expect((await as('ml-adviser').get('/devenirs/x/M3')).status).toBe(404);
    expect((await as('ml-adviser').get(page.replace('M3', 'M4'))).status).toBe(404);
  });
});
