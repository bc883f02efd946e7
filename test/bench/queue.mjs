import { openBareQueue } from './support/bare-queue.mjs';
import { median, rounded, secondsOf } from './support/figures.mjs';
import { openOurQueue } from './support/our-queue.mjs';

const ROUNDS = 3;
const CONCURRENCY = 10;
const WARM_UP_JOBS = 500;

/** Jobs per second from the first one added to the last one done, on both backends. */
export const queue = {
  name: 'queue',
  rows: 5_000,
  about: 'tâches par seconde, contre BullMQ seul sur le même serveur',
  async run(stage) {
    const database = await stage.database();
    await compare(stage, 'postgresql', { databaseUrl: database.appUrl });
    const redisUrl = await stage.redis();
    if (redisUrl === undefined) stage.say('sans redis-server, PostgreSQL seulement');
    else await compare(stage, 'redis', { databaseUrl: database.appUrl, redisUrl });
  },
};

async function compare(stage, backend, place) {
  const ours = await openOurQueue({ ...place, concurrency: CONCURRENCY });
  const bare = await openBareQueue({ ...place, concurrency: CONCURRENCY });
  const rounds = [];
  for (const one of [ours, bare]) await one.run(WARM_UP_JOBS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = await secondsOf(() => ours.run(stage.rows));
    rounds.push({ own, reference: await secondsOf(() => bare.run(stage.rows)) });
  }
  await ours.close();
  await bare.close();
  const own = stage.rows / median(rounds.map((round) => round.own));
  const reference = stage.rows / median(rounds.map((round) => round.reference));
  stage.result({
    backend,
    per_second: Math.round(own),
    reference: 'bullmq',
    reference_per_second: Math.round(reference),
    ratio: rounded(own / reference),
  });
}
