import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RunCalendar } from '../../src/exchanges/use-cases/run-calendar.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { csvOf, deposit, depositOf, reportOf, until } from './support/deposits.js';
import { TestClock } from './support/exchange-app.js';

// The whole service on a moved clock: an emitter that sends nothing, is told so in its folder, then sends.

const EMITTER = 'RSMA-MQ';
/** The slot of January closes on 9 February at 04:00 UTC; the due day moved from Saturday 5 to Monday 7. */
const AFTER_CLOSING = '2028-02-15T16:00:00Z';

const clock = new TestClock();
let root: string;
let service: TestApplication;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'passerelle-late-'));
  await mkdir(path.join(root, EMITTER), { recursive: true });
  clock.set('2028-01-20T08:00:00Z');
  service = await startTestApplication({ clock, environment: { SPOOL_DIR: root } });
  await round();
}, 240_000);

afterAll(async () => {
  await service?.close();
  await rm(root, { recursive: true, force: true });
});

/** A round besides those of the service: one of them leads, whichever. */
async function round(): Promise<void> {
  const calendar = service.app.get(RunCalendar, { strict: false });
  await until(
    'a round',
    async () => (await calendar.execute(new AbortController().signal)) ?? undefined,
  );
}

/** The notice of a kind about answers: each flow that is late has its own. */
async function noticeInFolder(kind: string): Promise<Record<string, unknown>> {
  const folder = path.join(root, EMITTER, 'comptes_rendus');
  return until(kind, async () => {
    const names = (await readdir(folder).catch(() => [])).filter((one) =>
      one.includes(`_${kind}_`),
    );
    const notices = await Promise.all(
      names.map(async (one) => JSON.parse(await readFile(path.join(folder, one), 'utf8'))),
    );
    return notices.find(({ flux }) => flux === 'SUI');
  });
}

describe('A late file', () => {
  it('is asked for in the folder of its emitter, taken after the closing, and final at once', async () => {
    clock.set(AFTER_CLOSING);
    await round();
    expect(await noticeInFolder('ALERTE')).toMatchObject({
      type: 'ALERTE',
      flux: 'SUI',
      periode: '2028-01',
      echeance: '2028-02-14T16:00:00.000Z',
      pour: 'direction',
    });
    const agent = await service.as(EMITTER);
    const slot = async () =>
      (await agent.get('/api/v1/exchanges/expected').expect(200)).body.items.find(
        ({ flow }: { flow: string }) => flow === 'SUI',
      );
    expect(await slot()).toMatchObject({ period: '2028-01', state: 'late' });

    const announced = { rows: [], emitter: EMITTER, generatedAt: AFTER_CLOSING };
    const name = `SUI_P_${EMITTER}_2028-01_000001_N_v1.csv`;
    const sent = await deposit(agent, depositOf(name, csvOf('SUI', []), announced));
    expect(sent).toMatchObject({ status: 202, body: { onTime: false } });
    const provisional = await reportOf(agent, sent.body.id);
    expect(provisional).toMatchObject({ stade: 'PROVISOIRE', remplace_crm: null });

    await round();
    const final = await reportOf(agent, sent.body.id);
    expect(final).toMatchObject({ stade: 'DEFINITIF', remplace_crm: provisional.crm });
    expect(await slot()).toMatchObject({ period: '2028-01', state: 'closed' });

    expect(service.logged()).not.toContain('calendar.failed');
    // Every slot of every flow is opened, reminded of and closed on the way.
  }, 240_000);
});
