import { EventLog } from '../logging/index.js';
import type { ReadinessCheck, ReadinessLevel } from './readiness-check.js';
import { Readiness } from './readiness.js';

const log = new EventLog({ level: 'silent' });
const check = (answer: () => Promise<ReadinessLevel>): ReadinessCheck => ({
  name: 'check',
  check: answer,
});
const is = (level: ReadinessLevel) => check(async () => level);
const failing = check(async () => {
  throw new Error('away');
});
const silent = check(() => new Promise(() => {}));

describe('A process', () => {
  it.each<[string, ReadinessCheck[], ReadinessLevel]>([
    ['needs nothing', [], 'up'],
    ['has all it needs', [is('up'), is('up')], 'up'],
    ['misses a comfort', [is('up'), is('degraded')], 'degraded'],
    ['misses a need', [is('down'), is('degraded')], 'down'],
    ['has a check that fails', [is('up'), failing], 'down'],
    ['has a check that never answers', [is('up'), silent], 'down'],
  ])('that %s is as ready as its worst check', async (_title, checks, level) => {
    expect(await new Readiness(checks, log, 5).level()).toBe(level);
  });

  it('is not ready once it begins to stop', async () => {
    const readiness = new Readiness([is('up')], log);

    readiness.withdraw();

    expect(await readiness.level()).toBe('down');
  });
});
