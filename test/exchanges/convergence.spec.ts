import fc from 'fast-check';
import { Emitters } from './support/emitters.js';
import { deliveries, history } from './support/told-histories.js';
import { ToldWorld } from './support/told-world.js';

/** More with CONVERGENCE_RUNS=200: each run is two worlds on a real database. */
const RUNS = Number(process.env['CONVERGENCE_RUNS'] ?? 2);
const NO_LIMIT = 2 ** 31 - 1;

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start('2027-01-03T08:00:00.000Z');
});
afterAll(() => partners?.service.close());

describe('Files of two flows and two periods', () => {
  it(
    'end in one state in any order, some of them twice',
    async () => {
      const orders = history.chain((files) => fc.tuple(fc.constant(files), deliveries(files)));
      await fc.assert(
        fc.asyncProperty(orders, async ([files, received]) => {
          const inOrder = await ToldWorld.begin(partners);
          await inOrder.deliver(files);
          const expected = await inOrder.present();
          const shuffled = await ToldWorld.begin(partners);
          await shuffled.deliver(received);
          expect(await shuffled.present()).toEqual(expected);
        }),
        {
          numRuns: RUNS,
          // Looking for a smaller history sends so many files that the door asks to wait.
          endOnFailure: true,
          ...(process.env['CONVERGENCE_SEED']
            ? { seed: Number(process.env['CONVERGENCE_SEED']) }
            : {}),
        },
      );
    },
    NO_LIMIT,
  );
});
