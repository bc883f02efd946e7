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
