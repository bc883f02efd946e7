import type TestAgent from 'supertest/lib/agent.js';
import { csvOf, reportOf, type Row } from '../exchanges/support/deposits.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { previewVersion } from './preview-version.js';
import { RIGHT } from './unit-row.js';

// What is said of a whole month on the page of deposits: nothing to say, or all of it taken back.

let service: TestApplication;
beforeAll(async () => {
  service = await startTestApplication({
    clock: new SetClock('2026-11-22T08:00:00.000Z'),
    isDemonstration: true,
  });
});
afterAll(() => service?.close());

const operatorOf = (code: string) => service.person('exchange-operator', code);
const read = async (agent: TestAgent, address: string) =>
  (await agent.get(address).set('accept', 'text/html').expect(200)).text;
const naturesIn = (html: string) =>
  [...html.matchAll(/name="nature"[^>]*value="([A-Z])"|value="([A-Z])"[^>]*name="nature"/g)].map(
    ([, one, other]) => one ?? other,
  );

/** Sends the form of the page, with a file or as a browser sends an empty field. */
function send(agent: TestAgent, fields: Row, bytes?: Buffer) {
  const request = agent.post('/echanges/depot').set('sec-fetch-site', 'same-origin');
  for (const [name, value] of Object.entries(fields)) void request.field(name, value);
  const file = bytes ? { filename: 'x.csv' } : { filename: '' };
  return request.attach('fichier', bytes ?? Buffer.alloc(0), file);
}
const post = (agent: TestAgent, address: string, fields: Row = {}) =>
  agent.post(address).set('sec-fetch-site', 'same-origin').type('form').send(fields);

async function held(agent: TestAgent, fields: Row, bytes?: Buffer): Promise<string> {
  const answer = await send(agent, fields, bytes).expect(303);
  return String(answer.headers['location']);
}

/** Deposits what waits and gives its report. */
async function reportAfter(agent: TestAgent, code: string, address: string) {
  const version = await previewVersion(agent, address);
  const { headers } = await post(agent, address, { version }).expect(303);
  const id = String(headers['location']).split('/').at(-1) ?? '';
  return reportOf(await service.as(code), id);
}
async function slotOf(code: string): Promise<string> {
  const { body } = await (await service.as(code)).get('/api/v1/exchanges/expected');
  return body.items.find(({ period }: { period: string | null }) => period === '2026-10').state;
}

describe('A month with nothing to say', () => {
  it('is declared without a file, after a page that says what follows', async () => {
    const agent = operatorOf('RSMA-YT');
    expect(naturesIn(await read(agent, '/echanges/depot'))).toEqual(['I', 'C', 'R', 'S', 'N']);
    const address = await held(agent, { nature: 'N' });
    const preview = await read(agent, address);
    expect(preview).toContain('Rien à transmettre pour octobre 2026');
    expect(preview).toContain('Déclarer que rien n’est à transmettre');
    expect(preview).not.toContain('Ce fichier est autre chose');
    expect(await slotOf('RSMA-YT')).toBe('expected');

    const report = await reportAfter(agent, 'RSMA-YT', address);
    expect(report.fichier).toBe('SUI_P_RSMA-YT_2026-10_000001_N_v1.csv');
    expect(report.compteurs).toMatchObject({ lues: 0, rejetees: 0 });
    expect(await slotOf('RSMA-YT')).toBe('nil');
    expect(await read(agent, '/echanges/calendrier')).toContain('Reçu, néant');
  });

  it('is not declared beside a file, which would be lost without a word', async () => {
    const answer = await send(operatorOf('RSMA-RE'), { nature: 'N' }, csvOf('SUI', [RIGHT]));

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Cette déclaration se fait sans fichier.');
    expect(answer.text).toContain('href="#fichier"');
  });
});

describe('The annulation of a month', () => {
  it('takes back what was sent, after a page that asks once, and the month is awaited again', async () => {
    const agent = operatorOf('RSMA-RE');
    const early = await send(agent, { nature: 'A' });
    expect(early.status).toBe(422);
    expect(early.text).toContain('href="#nature"');

    const first = await held(agent, { nature: 'I' }, csvOf('SUI', [RIGHT]));
    expect((await reportAfter(agent, 'RSMA-RE', first)).compteurs.lues).toBe(1);
    // Of the other flows of the unit, nothing was said yet.
    const natures = naturesIn(await read(agent, '/echanges/depot'));
    expect(natures).toEqual(['I', 'C', 'R', 'S', 'N', 'A']);
    expect((await send(agent, { nature: 'N' })).status).toBe(422);
    const address = await held(agent, { nature: 'A' });
    const preview = await read(agent, address);
    expect(preview).toContain('Tout ce que vous avez envoyé pour octobre 2026 serait annulé');
    expect(preview).toContain('Annuler ce mois');
    expect(await slotOf('RSMA-RE')).toBe('received');

    const report = await reportAfter(agent, 'RSMA-RE', address);
    expect(report.fichier).toBe('SUI_P_RSMA-RE_2026-10_000002_A_v1.csv');
    expect(await slotOf('RSMA-RE')).toBe('expected');
    expect(await read(agent, '/echanges/calendrier')).toContain('Déposer le fichier');

    const corrected = csvOf('SUI', [{ ...RIGHT, date_etat: '2026-10-06' }]);
    const again = await held(agent, { nature: 'I' }, corrected);
    expect(await read(agent, again)).toContain('Aucune ligne ne serait rejetée');
  });

  it('is no other word for a file that waits', async () => {
    const agent = operatorOf('RSMA-RE');
    const address = await held(agent, { nature: 'I' }, csvOf('SUI', [RIGHT]));
    expect(naturesIn(await read(agent, address))).not.toContain('A');

    expect((await post(agent, `${address}/choix`, { nature: 'A' })).status).toBe(422);
  });
});
