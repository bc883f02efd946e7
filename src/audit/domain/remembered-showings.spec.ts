import { addMillis, parseInstant, type PersonActor } from '../../kernel/index.js';
import { RememberedShowings } from './remembered-showings.js';
import { SeldomTold } from './seldom-told.js';
import type { Showing } from './reading-bound.rules.js';

const NOW = parseInstant('2026-11-28T10:00:00Z')!;
const MINUTE = 60_000;

function showing(people: readonly string[], minutes = 0, over: Partial<Showing> = {}): Showing {
  return {
    actor: personOf('one'),
    people,
    isOpening: false,
    isOwnWork: false,
    at: addMillis(NOW, minutes * MINUTE),
    ...over,
  };
}

function personOf(id: string): PersonActor {
  return {
    type: 'person',
    id,
    role: 'ml-adviser',
    organisation: { id: 'o', code: '97411S00', kind: 'mission-locale' },
    channel: { kind: 'page' },
    correlationId: 'c',
  };
}

describe('What a process remembers of readings', () => {
  it('spares the database those who were counted within the hour, for that account only', () => {
    const remembered = new RememberedShowings();
    remembered.learn(showing(['a', 'b']));
    expect(remembered.holds(showing(['b', 'a'], 59))).toBe(true);
    expect(remembered.holds(showing(['a', 'b'], 60))).toBe(false);
    expect(remembered.holds(showing(['a', 'c'], 1))).toBe(false);
    expect(remembered.holds(showing(['a'], 1, { actor: personOf('other') }))).toBe(false);
  });

  it('has an opening counted, even of somebody who stood in a list, once in ten minutes', () => {
    const remembered = new RememberedShowings();
    const opening = { isOpening: true };
    remembered.learn(showing(['a']));
    expect(remembered.holds(showing(['a'], 1, opening))).toBe(false);
    remembered.learn(showing(['a'], 1, opening));
    remembered.learn(showing(['a'], 5));
    expect(remembered.holds(showing(['a'], 10, opening))).toBe(true);
    expect(remembered.holds(showing(['a'], 11, opening))).toBe(false);
  });

  it('forgets accounts that have been quiet for an hour', () => {
    const remembered = new RememberedShowings();
    for (let account = 0; account < 100; account += 1) {
      remembered.learn(showing(['a'], 0, { actor: personOf(`account-${account}`) }));
    }
    expect(remembered.size).toBe(100);
    remembered.learn(showing(['a'], 60));
    expect(remembered.size).toBe(1);
  });
});

it('Of an account it is spoken once in a while, of each apart', () => {
  const told = new SeldomTold(10 * MINUTE);
  const after = (minutes: number) => addMillis(NOW, minutes * MINUTE);
  expect([told.isDue('a', after(0)), told.isDue('b', after(1))]).toEqual([true, true]);
  expect([told.isDue('a', after(9)), told.isDue('a', after(10))]).toEqual([false, true]);
});
