import fc from 'fast-check';
import { DRAWN_HISTORIES, NO_LIMIT } from './support/drawn-histories.js';
import { Emitters, type Somebody } from './support/emitters.js';
import { anyOrder, monthHistory, MonthsWorld, type MonthFile } from './support/months-world.js';
import {
  BEGINNINGS,
  CONTRACT_MONTHS,
  DIRECT_TOLD,
  EXITS_TOLD,
  MILESTONES_TOLD,
  PRESENCES_TOLD,
  REPLIES,
  type ToldFlow,
} from './support/told-flows.js';

// Files of natures I, R, C and A over two months (exchange.md 7.e.2-4).

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start('2027-01-03T08:00:00.000Z');
});
afterAll(() => partners?.service.close());

const orders = monthHistory.chain((files) => fc.tuple(fc.constant(files), anyOrder(files)));
type Order = readonly MonthFile[];

/** What stands once files came in an order, each time of other people. */
function standing<Person extends Somebody>(told: ToldFlow<Person>) {
  return async (order: Order): Promise<readonly unknown[]> => {
    const world = await MonthsWorld.begin(partners, told);
    await world.deliver(order);
    return world.present();
  };
}

describe('Two months of files', () => {
  it.each([
    ['PEC', standing(REPLIES)],
    ['DIR', standing(DIRECT_TOLD)],
    ['CEM', standing(CONTRACT_MONTHS)],
    ['DEV', standing(MILESTONES_TOLD)],
    ['INC', standing(BEGINNINGS)],
    ['CEU', standing(PRESENCES_TOLD)],
    ['SOR', standing(EXITS_TOLD)],
  ] as const)(
    'of %s end in one state in any order, some of them twice',
    async (_, after) => {
      await fc.assert(
        fc.asyncProperty(orders, async ([files, received]) => {
          const inOrder = await after(files);
          expect(await after(received)).toEqual(inOrder);
        }),
        DRAWN_HISTORIES,
      );
    },
    NO_LIMIT,
  );
});
