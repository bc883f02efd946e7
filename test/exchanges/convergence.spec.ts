import fc from 'fast-check';
import { DRAWN_HISTORIES, NO_LIMIT } from './support/drawn-histories.js';
import { Emitters } from './support/emitters.js';
import { deliveries, history } from './support/told-histories.js';
import { ToldWorld } from './support/told-world.js';

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
        DRAWN_HISTORIES,
      );
    },
    NO_LIMIT,
  );
});
