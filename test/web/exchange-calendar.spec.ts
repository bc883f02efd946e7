import type TestAgent from 'supertest/lib/agent.js';
import { csvOf, reportOf, type Row } from '../exchanges/support/deposits.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { previewVersion } from './preview-version.js';
import { RIGHT } from './unit-row.js';

// The calendar of what an organisation sends, over HTTP and on a real database.

const WRONG: Row = {
  ...RIGHT,
  identifiant_ligne: '2',
  numero_dossier_unite: 'RE-2026-00415',
  date_etat: '31/02/2026',
};

let service: TestApplication;
let operator: TestAgent;
beforeAll(async () => {
  service = await startTestApplication({
    clock: new SetClock('2026-11-22T08:00:00.000Z'),
    isDemonstration: true,
  });
  operator = service.person('exchange-operator', 'RSMA-RE');
});
afterAll(() => service?.close());

const read = async (address: string, agent = operator) =>
  (await agent.get(address).set('accept', 'text/html').expect(200)).text;

/** The rows of a calendar, each a month and the label of its state. */
function statesIn(html: string): (readonly (string | undefined)[])[] {
  const shape = /<th scope="row">([^<]*)<\/th><td[^>]*>.*?fr-badge[^>]*>([^<]*)</g;
  return [...html.matchAll(shape)].map(([, month, state]) => [month, state]);
}

/** The id of a file put down on the page of deposits and deposited. */
async function deposited(rows: readonly Row[]): Promise<string> {
  const kept = await operator
    .post('/echanges/depot')
    .set('sec-fetch-site', 'same-origin')
    .attach('fichier', csvOf('SUI', rows), { filename: 'x.csv' })
    .expect(303);
  const address = String(kept.headers['location']);
  const done = await operator
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .type('form')
    .send({ version: await previewVersion(operator, address) })
    .expect(303);
  return String(done.headers['location']).split('/').at(-1) ?? '';
}

describe('The calendar of exchanges', () => {
  it('says what is awaited and what is to come, as the API does', async () => {
    const page = await read('/echanges/calendrier');
    const { body } = await (await service.as('RSMA-RE')).get('/api/v1/exchanges/expected');
    const items = body.items as { flow: string; period: string | null; state: string }[];
    const states = items
      .filter(({ flow, period }) => flow === 'SUI' && period !== null)
      .map(({ period, state }) => [period, state]);

    expect(states).toEqual([
      ['2026-10', 'expected'],
      ['2026-11', 'upcoming'],
    ]);
    expect(statesIn(page)).toEqual([
      ['octobre 2026', 'Attendu'],
      ['novembre 2026', 'À venir'],
      ['décembre 2026', 'À venir'],
    ]);
    expect(page).toContain('href="/echanges/depot?flux=SUI&amp;mois=2026-10"');
    expect(page).toContain('role="region"');
    expect(await read('/echanges')).toContain('href="/echanges/calendrier"');
  });

  it('leads from what came to its report, with the lines that were rejected', async () => {
    const id = await deposited([RIGHT, WRONG]);
    await reportOf(await service.as('RSMA-RE'), id);
    const page = await read('/echanges/calendrier');

    expect(statesIn(page)[0]).toEqual(['octobre 2026', 'Intégré en partie']);
    expect(page).toContain(`href="/echanges/${id}"`);
    expect(page).toContain('1\u00A0ligne rejetée');
    expect(page).not.toContain('/echanges/depot?flux=SUI');
  });

  it('shows an organisation its own files alone, and a deposit to those who make one', async () => {
    const manager = await read('/echanges/calendrier', service.person('unit-manager', 'RSMA-RE'));
    const other = await read('/echanges/calendrier', service.person('unit-manager', 'RSMA-YT'));

    expect(statesIn(manager)[0]).toEqual(['octobre 2026', 'Intégré en partie']);
    expect(statesIn(other)[0]).toEqual(['octobre 2026', 'Attendu']);
    expect(other).not.toContain('/echanges/depot');
    const recruiter = service.person('recruiter', 'RSMA-RE');
    expect((await recruiter.get('/echanges/calendrier')).status).toBe(403);
  });

  it('goes to the year to come, no further, and says when nothing was followed', async () => {
    expect(statesIn(await read('/echanges/calendrier?annee=2027'))).toHaveLength(12);
    expect(await read('/echanges/calendrier?annee=2031')).toContain('Calendrier des échanges 2026');
    expect(await read('/echanges/calendrier?annee=2024')).toContain('Aucun échange suivi');
  });
});

/** The rows of the grid of units: the code of each, and the labels of its months. */
function gridIn(html: string): Record<string, string[]> {
  const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)];
  return Object.fromEntries(
    rows.map(([, head = '', cells = '']) => [
      /[A-Z]+-[A-Z0-9]+/.exec(head)?.[0] ?? head,
      [...cells.matchAll(/fr-badge[^>]*>([^<]*)</g)].map(([, label = '']) => label),
    ]),
  );
}
const UNITS = '/echanges/unites';
const SMA = 8;
const SMV = 8;
const MAINLAND = '57463S00';
const OWN_CALENDAR = 'href="/echanges/calendrier?annee=2026"';

describe('The grid of units', () => {
  it('shows a unit its own months, with the way to its files', async () => {
    const page = await read(UNITS);
    const { 'RSMA-RE': months = [], ...others } = gridIn(page);

    expect(others).toEqual({});
    // One file came, the others of October are awaited; November is running.
    expect(months.slice(0, 2)).toEqual(['À venir', 'Attendu']);
    expect(months).toHaveLength(7);
    expect(page).toContain('1\u00A0ligne rejetée');
    expect(page).toContain(OWN_CALENDAR);
    expect(page).toContain('href="/echanges/depot?mois=2026-10"');
    expect(page).toMatch(/role="region" tabindex="0" aria-labelledby="unites-titre"/);
    const manager = await read(UNITS, service.person('unit-manager', 'RSMA-RE'));
    expect(manager).not.toContain('href="/echanges/depot');
    expect(await read('/echanges')).toContain(`href="${UNITS}"`);
  });

  it('shows a mission locale the units of its conventions, and none of their refused lines', async () => {
    const page = await read(UNITS, service.person('ml-manager', '97411S00'));

    expect(gridIn(page)['RSMA-RE']?.at(1)).toBe('Attendu');
    expect(Object.keys(gridIn(page))).toHaveLength(SMA + SMV);
    expect(page).not.toContain('rejetée');
    expect(page).not.toContain(OWN_CALENDAR);
    const mainland = await read(UNITS, service.person('ml-manager', MAINLAND));
    expect(Object.keys(gridIn(mainland)).filter((code) => code.startsWith('RSMA'))).toEqual([]);
    expect(Object.keys(gridIn(mainland))).toHaveLength(SMV);
  });

  it.each([
    ['national-pilot', 'COMSMA', true, false],
    ['national-pilot', 'SMV', false, true],
    ['national-pilot', 'UNML', true, true],
    ['national-pilot', 'DGOM', true, true],
    ['committee-member', 'NATIONAL', true, true],
    ['admin', 'NATIONAL', true, true],
  ])('shows %s of %s the units of its network', async (role, body, hasSma, hasSmv) => {
    const page = await read(UNITS, service.person(role, body));
    const codes = Object.keys(gridIn(page));

    expect([codes.includes('RSMA-RE'), codes.includes('SMV-BREST')]).toEqual([hasSma, hasSmv]);
    expect(page.includes('1\u00A0ligne rejetée')).toBe(hasSma);
    expect(page).not.toMatch(/href="\/echanges\/(calendrier|depot)/);
    expect(page.includes('href="/admin/organisations/')).toBe(role === 'admin');
  });

  it('goes back by pages of months, no further than the running one', async () => {
    expect(gridIn(await read(`${UNITS}?mois=2026-04`))['RSMA-RE']).toEqual(
      Array.from({ length: 7 }, () => 'Sans objet'),
    );
    expect(await read(`${UNITS}?mois=2026-04`)).toContain('mois=2026-11');
    const present = await read(UNITS);
    expect(present).toContain('mois=2026-04');
    expect(present).not.toContain('Mois plus récents');
    expect(await read(`${UNITS}?mois=2031-01`)).toBe(present);
    expect(await read(`${UNITS}?mois=x`)).toBe(present);
  });

  it('is closed to everybody else', async () => {
    for (const [role, code] of [
      ['ml-adviser', '97411S00'],
      ['recruiter', 'RSMA-RE'],
      ['medical-office', 'RSMA-RE'],
      ['dpo', 'NATIONAL'],
    ] as const) {
      expect((await service.person(role, code).get(UNITS)).status).toBe(403);
    }
  });
});
