import type { INestApplicationContext } from '@nestjs/common';
import { PROCESSING_PLACES } from '../../src/exchanges/domain/processing-terms.js';
import { Emitters, ML, newPeople, OPEN, type Somebody } from '../exchanges/support/emitters.js';
import { until } from '../queue/support/effects.js';
import { startWorker } from './support/worker-context.js';

const NOISY_FILES = 50;
/** Here a file of more rows is a long one. */
const LONG_ROWS = 20;
const OTHER = '97101S00';
const OTHER_UNIT = 'RSMA-PF';
/** Only turns a hang into a failure. */
const PATIENCE_MS = 240_000;

let emitters: Emitters;
let worker: INestApplicationContext | undefined;

beforeAll(async () => {
  emitters = await Emitters.start(OPEN, { queue: { runsJobs: false } });
});

afterEach(async () => {
  await worker?.close();
  worker = undefined;
});

afterAll(async () => {
  await emitters?.service.close();
});

async function sent(emitter: string, people: Somebody[], cells: object = {}): Promise<string> {
  const agent = await emitters.service.as(emitter);
  const rows = people.map((one) => one.referred({ code_structure: emitter, ...cells }));
  return emitters.registered(agent, 'ORI', emitter, { rows });
}

/** The files in the order in which they were taken for the first time. */
async function started(): Promise<string[]> {
  const rows = await emitters.look<{ id: string }>(
    `select file_id as id from app.exchange_transition where to_step = 'LECTURE'
     group by file_id order by min(recorded_at)`,
  );
  return rows.map(({ id }) => id);
}

async function areAllThrough(): Promise<boolean> {
  const waiting = await emitters.look(
    `select 1 from app.exchange_file where state = 'registered' limit 1`,
  );
  return waiting.length === 0;
}

describe('A partner that sends a long file and 50 more at once', () => {
  it(
    'does not keep the file of another, which came after them, from starting',
    async () => {
      const long = await sent(ML, newPeople(LONG_ROWS * 10));
      const noisy = [long];
      while (noisy.length <= NOISY_FILES) noisy.push(await sent(ML, newPeople(1)));
      const other = await sent(OTHER, newPeople(5), { code_unite: OTHER_UNIT });
      worker = await startWorker(emitters.service, {
        terms: { longRows: LONG_ROWS, longPlaces: 1 },
      });
      await until(areAllThrough, 'all files are through', PATIENCE_MS);

      const order = await started();
      expect(order).toHaveLength(NOISY_FILES + 2);
      expect(order.filter((id) => id !== other)).toEqual(noisy);
      // One of the noisy ones at most goes before it for each place: here one, their flow being one.
      expect(order.indexOf(other)).toBeLessThanOrEqual(1);
    },
    PATIENCE_MS,
  );
});

describe('Long files that come from more partners than a process has places', () => {
  it(
    'leave a place to a short file that came after them all',
    async () => {
      const before = new Set(await started());
      const partners = ['97213S00', '97302S00', '97410S00', '97600S00'];
      expect(partners).toHaveLength(PROCESSING_PLACES);
      const long: string[] = [];
      for (const partner of partners) {
        long.push(await sent(partner, newPeople(LONG_ROWS * 10), { code_unite: OTHER_UNIT }));
      }
      const short = await sent('97101S00', newPeople(5), { code_unite: OTHER_UNIT });
      worker = await startWorker(emitters.service, {
        terms: { longRows: LONG_ROWS, longPlaces: 2 },
      });
      await until(areAllThrough, 'all files are through', PATIENCE_MS);

      const order = (await started()).filter((id) => !before.has(id));
      expect(order.toSorted()).toEqual([...long, short].toSorted());
      // Two long files hold the places they may; the others wait, though they came first.
      expect(order.indexOf(short)).toBeLessThanOrEqual(2);
    },
    PATIENCE_MS,
  );
});
