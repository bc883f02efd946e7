import { CejWorld } from './support/cej-world.js';

// The pages of CEJ contracts as advisers work with them, over HTTP and on a real database.

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());
beforeEach(() => world.clock.moveTo('2026-11-22T08:00:00.000Z'));

type Person = CejWorld['adviser'];
const get = (address: string, person: Person = world.adviser) =>
  person.get(address).set('accept', 'text/html');
const read = async (address: string) => {
  const answer = await get(address);
  expect(answer.status).toBe(200);
  return answer.text;
};
const send = (address: string, fields: Record<string, string>) =>
  world.adviser
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);
const valueOf = (name: string, html: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const typed = (name: string, on: string) => {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${name}-jour`]: day, [`${name}-mois`]: month, [`${name}-annee`]: year };
};
const pageOf = (address: string) => address.replace('/api/v1/cej-contracts', '/cej');
/** The counts of the tabs, in their order. */
const countsIn = (html: string) =>
  [...html.matchAll(/app-count">([^<]*)</g)].map(([, count]) => Number(count));
const rowsIn = (html: string) =>
  [...html.matchAll(/href="\/cej\/([0-9a-f-]{36})"/g)].map(([, id]) => id);

describe('The list of a month', () => {
  it('counts what it lists, the most urgent first, and the home says how many wait', async () => {
    const serving = await world.served('2026-11-02', '2027-09-30');
    const left = await world.served('2026-11-02', '2027-09-30', { cejEndsOn: '2026-12-31' });
    await world.exit(left, '2026-11-20');
    const overdue = await world.served('2026-11-02', '2026-11-21');
    await world.referred();
    const ids = [overdue, left, serving].map(({ address }) => address.split('/').at(-1));

    const watched = await read('/cej');
    expect(countsIn(watched)).toEqual([2, 2, 1, 3]);
    expect(new Set(rowsIn(watched))).toEqual(new Set(ids.slice(0, 2)));
    expect(watched).toContain('31/01/2027, à confirmer');
    expect(watched).toContain('demandez à l’unité si le jeune est parti');
    expect(watched).toContain('est à confirmer par la mission locale');
    expect(watched).toContain('ne calcule aucune allocation');
    expect(rowsIn(await read('/cej?onglet=sortis'))).toEqual([ids[1]]);
    expect(rowsIn(await read('/cej?onglet=tous')).at(-1)).toBe(ids[2]);
    expect(await read('/')).toMatch(/href="\/cej"><span class="app-cards__count">2</);

    const october = await read('/cej?mois=2026-10&onglet=tous');
    expect([countsIn(october), rowsIn(october)]).toEqual([[0, 0, 0, 0], []]);
    const unread = await read('/cej?mois=2090-13&onglet=x&page=-1');
    expect(countsIn(unread)).toEqual([2, 2, 1, 3]);
  });

  it('is taken away as a file with the same rows', async () => {
    const list = await read('/cej?onglet=tous');
    const file = await world.adviser.get('/cej.csv?onglet=tous').expect(200);
    const lines = file.text.trim().split('\r\n');

    expect(file.headers['content-disposition']).toContain('cej-2026-11.csv');
    expect(lines).toHaveLength(rowsIn(list).length + 1);
    expect(lines[0]).toContain('Prolongation calculée');
    expect(file.text).toContain('2027-01-31;à confirmer');
    const { rows } = await world.sql(
      `select from app.audit_event where command = 'cej-contract.export' and result = 'read'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('shows nothing of it to another mission locale, and is no page of a unit', async () => {
    const stranger = await get('/cej?onglet=tous', world.service.person('ml-adviser', '97600S00'));
    expect([stranger.status, rowsIn(stranger.text)]).toEqual([200, []]);
    expect((await get('/cej', world.recruiter)).status).toBe(403);
  });
});

describe('The page of a contract', () => {
  it('confirms the extension that it shows, for as long as that day is the one', async () => {
    const served = await world.served('2026-11-02', '2027-09-30', { cejEndsOn: '2026-12-31' });
    await world.exit(served, '2026-11-20');
    const page = pageOf(served.address);
    expect(await read(page)).toContain('à confirmer');
    expect(await read(page)).toContain('R. 5131-16');

    const asked = await read(`${page}/confirmation`);
    const fields = { version: valueOf('version', asked), 'jusqu-au': valueOf('jusqu-au', asked) };
    expect(fields['jusqu-au']).toBe('2027-01-31');
    const done = await send(`${page}/confirmation`, fields);
    expect([done.status, done.headers['location']]).toEqual([303, page]);
    const confirmed = await read(page);
    expect(confirmed).toContain('Confirmée le');
    expect(confirmed).not.toContain(`${page}/confirmation`);

    // The same month gives the same day: nothing to confirm again.
    await world.exit(served, '2026-11-10', 'correct-exit');
    expect(await read(page)).toContain('Confirmée le');
    expect((await get(`${page}/confirmation`)).status).toBe(409);
  });

  it('refuses a confirmation of a day that was computed again meanwhile', async () => {
    world.clock.moveTo('2026-12-20T08:00:00.000Z');
    const served = await world.served('2026-11-02', '2027-09-30', { cejEndsOn: '2026-12-31' });
    await world.exit(served, '2026-11-20');
    const page = pageOf(served.address);
    const asked = await read(`${page}/confirmation`);
    await world.exit(served, '2026-12-05', 'correct-exit');
    const fields = { version: valueOf('version', asked), 'jusqu-au': valueOf('jusqu-au', asked) };

    const late = await send(`${page}/confirmation`, fields);
    expect(late.status).toBe(409);
    expect(late.text).toContain('La prolongation calculée a changé');
    expect(late.text).toContain('28 février 2027');
  });

  it('corrects dates, extends and ends, each fault on its field', async () => {
    const { person } = await world.referred();
    const [{ id }] = await world.contractsOf(person);
    const page = `/cej/${id}`;
    const act = async (path: string, fields: Record<string, string>) => {
      const version = valueOf('version', await read(`${page}/${path}`));
      return send(`${page}/${path}`, { version, ...fields });
    };

    const faulty = await act('dates', {
      ...typed('debut', '2026-09-15'),
      ...typed('fin-prevue', '2026-02-30'),
    });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('href="#fin-prevue"');
    const amended = await act('dates', {
      ...typed('debut', '2026-09-15'),
      ...typed('fin-prevue', '2027-09-14'),
    });
    expect(amended.status).toBe(303);
    const unmotivated = await act('prolongation', typed('jusqu-au', '2027-12-31'));
    expect(unmotivated.status).toBe(422);
    expect(unmotivated.text).toContain('Sélectionnez un motif');
    const motive = { motif: 'OBJECTIF_PROCHE' };
    expect(
      (await act('prolongation', { ...typed('jusqu-au', '2027-12-31'), ...motive })).status,
    ).toBe(303);
    const end = { ...typed('fin', '2026-11-20'), motif: 'MANQUEMENT' };
    expect((await act('fin', end)).status).toBe(303);
    expect(await read(page)).toContain('Manquement aux engagements');
    expect((await get(`${page}/fin`)).status).toBe(409);
    expect((await act('reouverture', {})).status).toBe(303);
    expect(await read(page)).toContain('Fin annulée');
  });

  it('is not found by a stranger, nor an act that does not exist', async () => {
    const { person } = await world.referred();
    const [{ id }] = await world.contractsOf(person);
    const stranger = world.service.person('ml-adviser', '97600S00');

    expect((await get(`/cej/${id}`, stranger)).status).toBe(404);
    expect((await get(`/cej/${id}/fin`, stranger)).status).toBe(404);
    expect((await get(`/cej/jeune/${person}`, stranger)).status).toBe(404);
    expect((await get(`/cej/${id}/rien`)).status).toBe(404);
  });
});

describe('The pages of a referral and of a young person', () => {
  it('show the contract with its days left, and lead to the form of another', async () => {
    const { referral, person } = await world.referred();
    const [{ id }] = await world.contractsOf(person);

    for (const address of [`/orientations/${referral}`, `/jeunes/${person}`]) {
      const html = await read(address);
      expect(html).toContain(`href="/cej/${id}"`);
      expect(html).toContain('31 août 2027');
      expect(html).toContain(`href="/cej/jeune/${person}"`);
    }
  });

  it('record a PACEA, once', async () => {
    const { person } = await world.referred({
      support: 'PACEA',
      cejStartsOn: null,
      cejEndsOn: null,
    });
    const form = `/cej/jeune/${person}`;
    expect(await read(`/jeunes/${person}`)).toContain('Aucun contrat n’est enregistré');
    const fields = {
      dispositif: 'PACEA',
      ...typed('debut', '2026-06-01'),
      ...typed('fin-prevue', '2028-05-31'),
    };
    expect((await send(form, { ...fields, ...typed('fin-prevue', '2028-06-02') })).status).toBe(
      422,
    );
    const made = await send(form, fields);
    expect(made.status).toBe(303);
    expect(await read(String(made.headers['location']))).toContain('PACEA');
    const again = await send(form, fields);
    expect(again.status).toBe(409);
    expect(again.text).toContain('déjà un contrat');
  });
});
