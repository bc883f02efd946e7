import type TestAgent from 'supertest/lib/agent.js';
import { systemTask } from '../../src/app/system-task.js';
import { ReplayFile } from '../../src/exchanges/index.js';
import { Emitters, ML, newPeople, OPEN, type Somebody } from '../exchanges/support/emitters.js';
import { chaosTrials, seededDraw } from './support/draw.js';
import { FailpointWorker } from './support/failpoint-worker.js';
import { footprintOf, reportAlike, type Footprint } from './support/footprint.js';

let emitters: Emitters;
let agent: TestAgent;
let worker: FailpointWorker;
let expected: { footprint: Footprint; report: unknown };
let calls: number;

/** Ten lines: nine referrals, and one with a day that does not exist. */
async function deposited(): Promise<string> {
  const rows = newPeople(10).map((one: Somebody, index) =>
    one.referred(index === 6 ? { date_naissance: '2005-02-30' } : {}),
  );
  return emitters.registered(agent, 'ORI', ML, { rows });
}

async function outcome(id: string): Promise<typeof expected> {
  const footprint = await footprintOf(emitters, id);
  const { body } = await agent.get(`/api/v1/exchanges/${id}/report`).expect(200);
  return { footprint, report: reportAlike(body) };
}

/** As when nobody has renewed them for long enough. */
async function letLeasesRunOut(): Promise<void> {
  await emitters.look(
    `update app.exchange_file set leased_until = clock_timestamp() - interval '1 second'
     where leased_until is not null`,
  );
}

beforeAll(async () => {
  emitters = await Emitters.start(OPEN, { queue: { runsJobs: false } });
  agent = await emitters.service.as(ML);
  worker = await FailpointWorker.start(emitters.service.database, OPEN);
});

afterAll(async () => {
  await worker?.stop();
  await emitters?.service.close();
});

describe('A file of ten lines', () => {
  beforeAll(async () => {
    const id = await deposited();
    const tried = await worker.work('none');
    expect(tried.failed).toBeNull();
    calls = tried.calls;
    expected = await outcome(id);
  });

  it('leaves what a file must leave when nothing fails', () => {
    const { footprint, report } = expected;
    expect(report).toMatchObject({ code: 2, compteurs: { lues: 10, appliquees: 9, rejetees: 1 } });
    expect(footprint.events).toContainEqual({
      name: 'exchange-file.applied.v1',
      times: 1,
      areDone: true,
    });
    expect(footprint.referrals).toMatchObject([{ state: 'submitted', times: 9, steps: 9 }]);
    expect(footprint.conclusions).toEqual([{ to_step: 'APPLIQUE', times: 1 }]);
  });

  it('leaves the same whichever call to the database or the queue fails', async () => {
    let tried = 0;
    for (let at = 1, isThrough = false; !isThrough; at += 1) {
      const id = await deposited();
      const first = await worker.work('throw', at);
      isThrough = first.calls < at;
      await letLeasesRunOut();
      expect(await worker.work('none')).toMatchObject({ failed: null });
      expect({ at, ...(await outcome(id)) }).toEqual({ at, ...expected });
      tried = at;
    }
    expect(tried).toBeGreaterThan(calls / 2);
  }, 600_000);

  it('leaves the same wherever the process is killed', async () => {
    const draw = seededDraw('failpoints.kill');
    const points = chaosTrials('CHAOS_FAILPOINTS', 10);
    const every = Math.max(1, Math.floor(calls / points));
    for (let at = 1 + draw(every); at <= calls; at += every) {
      const victim = await FailpointWorker.start(emitters.service.database, OPEN);
      const id = await deposited();
      expect(await victim.dieAt(at)).toBe('SIGKILL');
      await letLeasesRunOut();
      expect(await worker.work('none')).toMatchObject({ failed: null });
      expect({ at, ...(await outcome(id)) }).toEqual({ at, ...expected });
    }
  }, 600_000);
});

describe('A file that kills the processes that read it', () => {
  it('is set aside the second time, tells its emitter so, and comes back when replayed', async () => {
    const id = await deposited();
    const middle = Math.floor(calls / 2);
    for (let death = 1; death <= 2; death += 1) {
      const victim = await FailpointWorker.start(emitters.service.database, OPEN);
      expect(await victim.dieAt(middle)).toBe('SIGKILL');
      await letLeasesRunOut();
    }
    await worker.work('none');
    const { body } = await agent.get(`/api/v1/exchanges/${id}/report`).expect(200);
    expect(body).toMatchObject({ stade: 'INCIDENT', code: null, crm: null });
    expect(JSON.stringify(body)).toContain('Rien à faire de votre côté');
    expect((await agent.get(`/api/v1/exchanges/${id}`)).body.state).toBe('internal-error');

    const other = await deposited();
    await worker.work('none');
    expect(await outcome(other)).toEqual(expected);

    const operator = systemTask('exchange.replay');
    expect(await emitters.service.app.get(ReplayFile).execute(id, operator)).toBe('internal-error');
    await worker.work('none');
    const { report, footprint } = await outcome(id);
    const { file, rows, anomalies, referrals } = expected.footprint;
    expect(report).toEqual(expected.report);
    expect(footprint).toMatchObject({ file, rows, anomalies, referrals });
    expect(await emitters.service.app.get(ReplayFile).execute(id, operator)).toBe('applied');
  });
});
