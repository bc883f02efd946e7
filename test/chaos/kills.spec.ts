import { setTimeout as pause } from 'node:timers/promises';
import { Client as Postgres } from 'pg';
import { csvOf, depositOf, type Deposit } from '../exchanges/support/deposits.js';
import { ML, newPeople, OPEN, PERIOD } from '../exchanges/support/emitters.js';
import { removeFolders } from '../embedded/workspace.js';
import { chaosTrials, seededDraw } from './support/draw.js';
import { footprintOf, reportAlike } from './support/footprint.js';
import { KillableService, TARGETS } from './support/killable-service.js';

const CLIENT = { id: 'chaos', secret: 'a-secret-of-the-tests', organisation: ML };
const TRIALS = chaosTrials('CHAOS_KILLS', 20);
/** Only turns a hang into a failure. */
const PATIENCE_MS = 240_000;

let service: KillableService;
let sequence = 0;

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
  const answer = await fetch(`${service.url}/oauth/token`, {
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
    const answer = await fetch(`${service.url}/api/v1/exchanges`, {
      method: 'POST',
      headers,
      body: form,
    });
    if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.status === 202 ? String(((await answer.json()) as { id: string }).id) : undefined;
  });
}

async function report(id: string): Promise<unknown> {
  return eventually('the report', async () => {
    const headers = { authorization: `Bearer ${await token()}`, accept: 'application/json' };
    const answer = await fetch(`${service.url}/api/v1/exchanges/${id}/report`, { headers });
    return answer.status === 200 ? reportAlike((await answer.json()) as object) : undefined;
  });
}

/** What the file left, once all of its events are delivered. */
async function settled(id: string) {
  return eventually('the last event', async () => {
    const owner = new Postgres({ connectionString: service.ownerUrl });
    await owner.connect();
    try {
      const look = async <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
        (await owner.query(sql, values)).rows as T[];
      const footprint = await footprintOf({ look }, id);
      return footprint.events.every(({ areDone }) => areDone) ? footprint : undefined;
    } finally {
      await owner.end();
    }
  });
}

beforeAll(async () => {
  service = await KillableService.start(CLIENT, OPEN);
}, 180_000);

afterAll(async () => {
  await service?.stop();
  await removeFolders();
});

describe('kill -9', () => {
  it(`of worker, API and PostgreSQL in turn, ${TRIALS} times, loses nothing and does nothing twice`, async () => {
    const draw = seededDraw('kills');
    const undisturbed = await acknowledged(tenLines());
    const expected = { report: await report(undisturbed), footprint: await settled(undisturbed) };
    const ids = [undisturbed];
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const target = TARGETS[trial % TARGETS.length] ?? 'worker';
      const answer = acknowledged(tenLines());
      // The API is killed while it receives, the others also while they process.
      await pause(draw(target === 'api' ? 150 : 400));
      await service.kill(target);
      await service.startAgain(target);
      const id = await answer;
      const outcome = { report: await report(id), footprint: await settled(id) };
      expect({ trial, target, ...outcome }).toEqual({ trial, target, ...expected });
      ids.push(id);
    }
    expect(new Set(ids).size).toBe(TRIALS + 1);
  }, 3_600_000);
});
