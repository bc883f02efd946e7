import { DataSource } from 'typeorm';
import {
  buildDataSource,
  currentManager,
  TypeOrmUnitOfWork,
} from '../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { machineOf } from './support/actors.js';
import { SeedRows } from './support/seed-rows.js';

// Two connections serve fifty organisations, some of whose transactions end badly (SEC-13).

const ORGANISATIONS = 50;
const TRANSACTIONS = 3_000;
const AT_ONCE = 25;

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: TypeOrmUnitOfWork;
const organisations: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const rows = new SeedRows(database.owner);
  for (let index = 0; index < ORGANISATIONS; index += 1) {
    const id = await rows.organisation(`ML-${index}`, 'mission-locale');
    await rows.person(id);
    organisations.push(id);
  }
  dataSource = buildDataSource({ url: database.appUrl, poolSize: 2, entities: [] });
  await dataSource.initialize();
  unitOfWork = new TypeOrmUnitOfWork(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

type Ending = 'kept' | 'thrown' | 'cancelled' | 'timed-out';

/** 80 % end well, 10 % throw, 5 % are cancelled from outside, 5 % run out of time. */
function endingOf(index: number): Ending {
  const part = (index * 7) % 20;
  if (part < 16) return 'kept';
  if (part < 18) return 'thrown';
  return part === 18 ? 'cancelled' : 'timed-out';
}

/** Whose rows are seen: exactly one row each, or something is very wrong. */
async function owners(): Promise<string[]> {
  const rows: { org_id: string }[] = await currentManager().query(
    'select org_id from app.young_person',
  );
  return rows.map(({ org_id }) => org_id);
}

async function endBadly(ending: Ending): Promise<void> {
  if (ending === 'thrown') throw new Error('thrown');
  if (ending === 'timed-out') {
    await currentManager().query(`set local statement_timeout = '2ms'`);
    await currentManager().query('select pg_sleep(5)');
  }
  if (ending === 'cancelled') {
    const [self]: { pid: number }[] = await currentManager().query(
      'select pg_backend_pid() as pid',
    );
    const sleep = currentManager().query('select pg_sleep(5)');
    await Promise.all([sleep, cancel(self?.pid)]);
  }
}

/** The signal may come before the sleep begins: sent until it hits. */
async function cancel(pid: number | undefined): Promise<void> {
  const sql = `select pg_cancel_backend(pid) from pg_stat_activity
    where pid = $1 and query like '%pg_sleep%' and state = 'active'`;
  while ((await database.owner.query(sql, [pid])).rowCount === 0);
}

async function transaction(index: number): Promise<Ending> {
  const id = organisations[(index * 31) % ORGANISATIONS] ?? '';
  const ending = endingOf(index);
  const run = unitOfWork.run(machineOf(id, 'mission-locale'), async () => {
    expect(await owners()).toEqual([id]);
    await endBadly(ending);
    return ending;
  });
  const ended = await run.catch((error: unknown) => describeEnd(error, ending));
  await expectCleanConnection();
  return ended;
}

/** An assertion that failed is not one of our bad endings. */
function describeEnd(error: unknown, ending: Ending): Ending {
  const expected = ending === 'thrown' ? /^thrown$/ : /canceling statement/;
  if (ending !== 'kept' && error instanceof Error && expected.test(error.message)) return ending;
  throw error;
}

async function expectCleanConnection(): Promise<void> {
  const [state]: unknown[] = await dataSource.query(
    `select coalesce(current_setting('app.org', true), '') as org,
       coalesce(current_setting('app.user', true), '') as user, current_user = session_user as itself`,
  );
  expect(state).toEqual({ org: '', user: '', itself: true });
}

it('No transaction ever sees a row of the one before it, however that one ended', async () => {
  const tally = { kept: 0, thrown: 0, cancelled: 0, 'timed-out': 0 };
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < TRANSACTIONS) tally[await transaction(next++)] += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(tally).toEqual({ kept: 2_400, thrown: 300, cancelled: 150, 'timed-out': 150 });
}, 240_000);
