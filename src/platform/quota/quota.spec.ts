import { permitsAtOnce } from './quota.js';

it('A process takes a tenth of a quota at once, twelve at most, and one of what is refused without a count', () => {
  const quota = (most: number, whenLost: 'refuse' | 'count-here' = 'count-here') =>
    permitsAtOnce({ name: 'q', most, seconds: 60, whenLost });
  expect([quota(120), quota(30), quota(12), quota(5), quota(10_000)]).toEqual([12, 3, 1, 1, 12]);
  expect([quota(60, 'refuse'), quota(5, 'refuse')]).toEqual([1, 1]);
});
