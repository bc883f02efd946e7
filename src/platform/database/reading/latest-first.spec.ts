import type { Instant } from '../../../kernel/index.js';
import { Conditions, latest } from './latest-first.js';

describe('The conditions of a list', () => {
  it('are none where nothing is asked', () => {
    const none = new Conditions().add((place) => `t.unit_id = ${place}`, undefined).after(null);

    expect([none.where, none.values]).toEqual(['where true', []]);
  });

  it('number their values in the order in which they were given, the position last', () => {
    const createdAt = '2026-11-22T08:00:00.000Z' as Instant;
    const asked = new Conditions()
      .add((place) => `t.state = any(${place})`, ['open'])
      .add((place) => `t.reference = ${place} or t.former = ${place}`, "O'Neil; drop")
      .after({ createdAt, id: 'r-1' });

    expect(asked.where).toBe(
      'where true and t.state = any($1) and t.reference = $2 or t.former = $2' +
        ' and (t.created_at, t.id) < ($3, $4)',
    );
    expect(asked.values).toEqual([['open'], "O'Neil; drop", createdAt, 'r-1']);
    expect(latest(20)).toBe('order by t.created_at desc, t.id desc limit 20');
  });
});
