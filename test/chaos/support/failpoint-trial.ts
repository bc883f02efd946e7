import type TestAgent from 'supertest/lib/agent.js';
import { Emitters, ML, newPeople, OPEN, type Somebody } from '../../exchanges/support/emitters.js';
import { FailpointWorker } from './failpoint-worker.js';
import { footprintOf, reportAlike, type Footprint } from './footprint.js';

/** What a file came to. */
export interface Outcome {
  readonly footprint: Footprint;
  readonly report: unknown;
}

/** Files of ten lines, and a worker that fails where it is told. */
export class FailpointTrial {
  private constructor(
    readonly emitters: Emitters,
    readonly agent: TestAgent,
    readonly worker: FailpointWorker,
    private readonly redisUrl: string | undefined,
  ) {}

  /** @param redisUrl where the jobs live; PostgreSQL when absent */
  static async start(redisUrl?: string): Promise<FailpointTrial> {
    const emitters = await Emitters.start(OPEN, {
      queue: { runsJobs: false },
      ...(redisUrl ? { environment: { REDIS_URL: redisUrl } } : {}),
    });
    const agent = await emitters.service.as(ML);
    const worker = await FailpointWorker.start(emitters.service.database, OPEN, redisUrl);
    return new FailpointTrial(emitters, agent, worker, redisUrl);
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    await this.emitters.service.close();
  }

  anotherWorker(): Promise<FailpointWorker> {
    return FailpointWorker.start(this.emitters.service.database, OPEN, this.redisUrl);
  }

  /** Ten lines: nine referrals, and one with a day that does not exist. */
  async deposited(): Promise<string> {
    const rows = newPeople(10).map((one: Somebody, index) =>
      one.referred(index === 6 ? { date_naissance: '2005-02-30' } : {}),
    );
    return this.emitters.registered(this.agent, 'ORI', ML, { rows });
  }

  async outcome(id: string): Promise<Outcome> {
    const footprint = await footprintOf(this.emitters, id);
    const { body } = await this.agent.get(`/api/v1/exchanges/${id}/report`).expect(200);
    return { footprint, report: reportAlike(body as object) };
  }

  /** As when nobody has renewed them for long enough. */
  async letLeasesRunOut(): Promise<void> {
    await this.emitters.look(
      `update app.exchange_file set leased_until = clock_timestamp() - interval '1 second'
       where leased_until is not null`,
    );
  }
}
