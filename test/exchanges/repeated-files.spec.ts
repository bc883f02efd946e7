import fc from 'fast-check';
import { DRAWN_HISTORIES, NO_LIMIT } from './support/drawn-histories.js';
import { Emitters } from './support/emitters.js';
import { history, repetitions } from './support/told-histories.js';
import { ToldWorld } from './support/told-world.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start('2027-01-03T08:00:00.000Z');
});
afterAll(() => partners?.service.close());

describe('Files of every nature', () => {
  it(
    'sent two to four times, as the same bytes or under new numbers, leave what they leave once',
    async () => {
      const again = history.chain((files) => fc.tuple(fc.constant(files), repetitions(files)));
      await fc.assert(
        fc.asyncProperty(again, async ([files, received]) => {
          const once = await ToldWorld.begin(partners);
          await once.deliverAsNumbered(files);
          const several = await ToldWorld.begin(partners);
          await several.deliverAsNumbered(received);
          expect(withoutNumbers(await several.present())).toEqual(
            withoutNumbers(await once.present()),
          );
          expect(await several.effects()).toEqual(await once.effects());
        }),
        DRAWN_HISTORIES,
      );
    },
    NO_LIMIT,
  );
});

/** What was said last bears the number it was said under last: that alone is another one. */
function withoutNumbers(present: object): unknown {
  const isNumber = (key: string) => key === 'sequence' || key === 'as_of_sequence';
  return JSON.parse(
    JSON.stringify(present, (key, value: unknown) => (isNumber(key) ? undefined : value)),
  );
}
