import { setTimeout as pause } from 'node:timers/promises';
import { Client as Postgres } from 'pg';
import { csvOf, depositOf, type Deposit } from '../exchanges/support/deposits.js';
import { ML, newPeople, OPEN, PERIOD } from '../exchanges/support/emitters.js';
import { removeFolders } from '../embedded/workspace.js';
import { hasRedisServer } from '../queue/support/redis-server.js';
import { chaosTrials, seededDraw } from './support/draw.js';
import { footprintOf, reportAlike } from './support/footprint.js';
import { KillableService } from './support/killable-service.js';

const CLIENT = { id: 'chaos', secret: 'a-secret-of-the-tests', organisation: ML };
/** Kills of each process. Those of the queue differ by the queue alone: a few are enough on Redis. */
const KILLS = { postgresql: trialsOf(20), redis: trialsOf(3) };
/** Only turns a hang into a failure. */
const PATIENCE_MS = 240_000;

let service: KillableService;
let sequence = 0;

/** The PostgreSQL that dies here is always the embedded one: beside another server, once says it. */
function trialsOf(usual: number): number {
  return chaosTrials('CHAOS_KILLS', process.env['TEST_DATABASE_URL'] ? 1 : usual);
}

/** What `look` finds; whatever was killed meanwhile comes back. */
async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  let last: unknown;
  while (performance.now() < end) {
    const found = await look().catch((error: unknown) => void (last = error));
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error(`never happened: ${what}`, { cause: last });
}

/** Ten lines: nine referrals, and one with a day that does not exist. */
function tenLines(): Deposit {
  sequence += 1;
  const rows = newPeople(10).map((one, index) => ({
    identifiant_ligne: String(index + 1),
    type_ligne: 'SITUATION',
    ...one.referred(index === 6 ? { date_naissance: '2005-02-30' } : {}),
  }));
  const name = `ORI_P_${ML}_${PERIOD}_${String(sequence).padStart(6, '0')}_C_v1.csv`;
  return depositOf(name, csvOf('ORI', rows), { rows, emitter: ML, generatedAt: OPEN });
}

let known: string | undefined;

/** One token for all: it outlives the API, and an hour of trials. */
async function token(): Promise<string> {
  known ??= await issued();
  return known;
}

async function issued(): Promise<string> {
  const answer = await fetch(`${await service.url()}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const body = (await answer.json()) as { access_token?: string };
  if (!body.access_token) throw new Error('no token');
  return body.access_token;
}

/** Sends the same bytes until they are acknowledged, as a partner does who had no answer. */
async function acknowledged({ name, bytes, manifest }: Deposit): Promise<string> {
  return eventually('the acknowledgement', async () => {
    const form = new FormData();
    form.set('manifest', manifest);
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'text/csv' }), name);
    const headers = { authorization: `Bearer ${await token()}` };
    const answer = await fetch(`${await service.url()}/api/v1/exchanges`, {
      method: 'POST',
      headers,
      body: form,
    });
    if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
    return String(((await answer.json()) as { id: string }).id);
  });
}

async function report(id: string): Promise<unknown> {
  return eventually('the report', async () => {
    const headers = { authorization: `Bearer ${await token()}`, accept: 'application/json' };
    const answer = await fetch(`${await service.url()}/api/v1/exchanges/${id}/report`, {
      headers,
    });
    return answer.status === 200 ? reportAlike((await answer.json()) as object) : undefined;
  });
}

/** Says something to PostgreSQL as its owner, on a connection of its own. */
async function asOwner<T>(work: (owner: Postgres) => Promise<T>): Promise<T> {
  const owner = new Postgres({ connectionString: service.ownerUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** What the file left, once all of its events are delivered. */
async function settled(id: string) {
  return eventually('the last event', () =>
    asOwner(async (owner) => {
      const look = async <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
        (await owner.query(sql, values)).rows as T[];
      const footprint = await footprintOf({ look }, id);
      return footprint.events.every(({ areDone }) => areDone) ? footprint : undefined;
    }),
  );
}

/** As when the five minutes are over after which what a queue lost is handed over again. */
async function letEventsBeLate(): Promise<void> {
  await eventually('the late events', () =>
    asOwner((owner) =>
      owner.query(
        `update app.outbox_message set published_at = published_at - interval '1 day'
         where done_at is null`,
      ),
    ),
  );
}

/** Kills one target after the other, each time while a file is received and processed. @returns the files */
async function killAll(times: number, draw: (below: number) => number): Promise<string[]> {
  const ids: string[] = [];
  for (const target of service.targets) {
    await service.atWork();
    for (let trial = 0; trial < times; trial += 1) {
      const answer = acknowledged(tenLines());
      // The API is killed while it receives, the others also while they process.
      await pause(draw(target === 'api' ? 150 : 400));
      await service.kill(target);
      const id = await answer;
      ids.push(id);
      // Over a file, one worker dies at most: the second one would set it aside.
      if (target === 'worker') await report(id);
    }
  }
  return ids;
}

/** The kills of a service of its own. */
function killsOn(queue: 'postgresql' | 'redis'): void {
  beforeAll(async () => {
    known = undefined;
    sequence = 0;
    service = await KillableService.start({ client: CLIENT, now: OPEN, queue });
  }, 180_000);

  afterAll(async () => {
    await service?.stop();
    await removeFolders();
  });

  const times = KILLS[queue];
  it(`of each process, ${times} times each, loses nothing and does nothing twice`, async () => {
    const undisturbed = await acknowledged(tenLines());
    const expected = { report: await report(undisturbed), footprint: await settled(undisturbed) };
    const ids = await killAll(times, seededDraw(`kills.${queue}`));
    for (const id of ids)
      expect({ id, report: await report(id) }).toEqual({ id, report: expected.report });
    await letEventsBeLate();
    for (const id of ids)
      expect({ id, ...(await settled(id)) }).toEqual({ id, ...expected.footprint });
    expect(new Set([undisturbed, ...ids]).size).toBe(times * service.targets.length + 1);
    expect(service.crashes).toBe(0);
  }, 3_600_000);
}

describe('With its queue on PostgreSQL, kill -9', () => {
  killsOn('postgresql');
});

const TITLE = 'With its queue on Redis, kill -9';
const [onRedis, title] = hasRedisServer()
  ? [describe, TITLE]
  : [describe.skip, `${TITLE}: no redis-server is on the PATH`];

onRedis(title, () => {
  killsOn('redis');
});
