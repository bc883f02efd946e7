import { systemTask } from '../../src/app/system-task.js';
import { ReplayFile } from '../../src/exchanges/index.js';
import { FailpointTrial } from './support/failpoint-trial.js';

let trial: FailpointTrial;

beforeAll(async () => {
  trial = await FailpointTrial.start();
});

afterAll(() => trial?.stop());

describe('A file that kills the processes that read it', () => {
  it('is set aside the second time, tells its emitter so, and comes back when replayed', async () => {
    await trial.deposited();
    const { calls } = await trial.worker.work('none');
    const known = await trial.deposited();
    await trial.worker.work('none');
    const expected = await trial.outcome(known);
    const id = await trial.deposited();
    const middle = Math.floor(calls / 2);
    for (let death = 1; death <= 2; death += 1) {
      const victim = await trial.anotherWorker();
      expect(await victim.dieAt(middle)).toBe('SIGKILL');
      await trial.letLeasesRunOut();
    }
    await trial.worker.work('none');
    const { body } = await trial.agent.get(`/api/v1/exchanges/${id}/report`).expect(200);
    expect(body).toMatchObject({ stade: 'INCIDENT', code: null, crm: null });
    expect(JSON.stringify(body)).toContain('Rien à faire de votre côté');
    expect((await trial.agent.get(`/api/v1/exchanges/${id}`)).body.state).toBe('internal-error');

    const other = await trial.deposited();
    await trial.worker.work('none');
    expect(await trial.outcome(other)).toEqual(expected);

    const operator = systemTask('exchange.replay');
    expect(await trial.emitters.service.app.get(ReplayFile).execute(id, operator)).toBe(
      'internal-error',
    );
    await trial.worker.work('none');
    const { report, footprint } = await trial.outcome(id);
    const { file, rows, anomalies, referrals } = expected.footprint;
    expect(report).toEqual(expected.report);
    expect(footprint).toMatchObject({ file, rows, anomalies, referrals });
    expect(await trial.emitters.service.app.get(ReplayFile).execute(id, operator)).toBe('applied');
  });
});
