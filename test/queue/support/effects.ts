import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './on-each-backend.js';

/** Keys of the effects so far, in order. */
export async function effects({ database }: Place, like = '%'): Promise<string[]> {
  const { rows } = await database.owner.query<{ key: string }>(
    'select key from app.test_effect where key like $1 order by id',
    [like],
  );
  return rows.map(({ key }) => key);
}

/** Waits for something to become true; the limit only turns a hang into a failure. */
export async function until(
  isTrue: () => Promise<boolean> | boolean,
  what: string,
  withinMs = 20_000,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`);
    await pause(20);
  }
}
