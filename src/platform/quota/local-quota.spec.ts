import { LocalQuota } from './local-quota.js';

const MINUTE = 60_000;

describe('A quota of requests', () => {
  it('lets the number through in one minute, then says how long to wait', () => {
    const quota = new LocalQuota(3, MINUTE);
    expect([0, 1_000, 2_000].map((now) => quota.take('a', now))).toEqual([0, 0, 0]);
    expect(quota.take('a', 10_000)).toBe(50);
  });

  it('gives one back as each request leaves the minute, never a whole new quota at once', () => {
    const quota = new LocalQuota(3, MINUTE);
    for (const now of [0, 1_000, 2_000]) quota.take('a', now);
    expect(quota.take('a', 59_999)).toBe(1);
    expect(quota.take('a', 60_000)).toBe(0);
    expect(quota.take('a', 60_001)).toBe(1);
  });

  it('counts each key apart', () => {
    const quota = new LocalQuota(1, MINUTE);
    expect(quota.take('a', 0)).toBe(0);
    expect(quota.take('b', 0)).toBe(0);
    expect(quota.take('a', 1)).toBe(60);
  });

  it('does not count the requests it refuses', () => {
    const quota = new LocalQuota(1, MINUTE);
    quota.take('a', 0);
    for (let now = 1; now < MINUTE; now += 1_000) quota.take('a', now);
    expect(quota.take('a', MINUTE)).toBe(0);
  });

  it('forgets keys that have been quiet for a minute', () => {
    const quota = new LocalQuota(1, MINUTE);
    for (let key = 0; key < 1_000; key += 1) quota.take(`invented-${key}`, key);
    expect(quota.size).toBe(1_000);
    quota.take('a', 2 * MINUTE);
    expect(quota.size).toBe(1);
  });
});
