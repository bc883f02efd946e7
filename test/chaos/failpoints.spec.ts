import { chaosTrials, seededDraw } from './support/draw.js';
import { onEachLossyQueue, type LossyQueue } from './support/emptied-queue.js';
import { FailpointTrial, type Outcome } from './support/failpoint-trial.js';

onEachLossyQueue('With its queue', (startQueue) => {
  let queue: LossyQueue;
  let trial: FailpointTrial;
  let expected: Outcome;
  /** To PostgreSQL, the queue's included; to Redis when it is there: the others are the same. */
  let calls: number;

  beforeAll(async () => {
    queue = await startQueue();
    trial = await FailpointTrial.start(queue.redisUrl);
  });

  afterAll(async () => {
    await trial?.stop();
    await queue?.stop();
  });

  describe('A file of ten lines', () => {
    beforeAll(async () => {
      const id = await trial.deposited();
      const tried = await trial.worker.work('none');
      expect(tried.failed).toBeNull();
      calls = tried.calls;
      expected = await trial.outcome(id);
    });

    it('leaves what a file must leave when nothing fails', () => {
      const { footprint, report } = expected;
      expect(report).toMatchObject({
        code: 2,
        compteurs: { lues: 10, appliquees: 9, rejetees: 1 },
      });
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
        const id = await trial.deposited();
        const first = await trial.worker.work('throw', at);
        isThrough = first.calls < at;
        await trial.letLeasesRunOut();
        expect(await trial.worker.work('none')).toMatchObject({ failed: null });
        expect({ at, ...(await trial.outcome(id)) }).toEqual({ at, ...expected });
        tried = at;
      }
      expect(tried).toBeGreaterThan(calls / 2);
    }, 600_000);

    it('leaves the same wherever the process is killed', async () => {
      const draw = seededDraw('failpoints.kill');
      // A process of its own for each; the calls to Redis are few.
      const points = chaosTrials('CHAOS_FAILPOINTS', queue.redisUrl ? 3 : 10);
      const every = Math.max(1, Math.floor(calls / points));
      for (let at = 1 + draw(every); at <= calls; at += every) {
        const victim = await trial.anotherWorker();
        const id = await trial.deposited();
        expect(await victim.dieAt(at)).toBe('SIGKILL');
        await trial.letLeasesRunOut();
        expect(await trial.worker.work('none')).toMatchObject({ failed: null });
        expect({ at, ...(await trial.outcome(id)) }).toEqual({ at, ...expected });
      }
    }, 600_000);
  });
});
