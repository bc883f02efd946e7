import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { ReadingBoundReached, TooManyShownAtOnce } from '../../src/audit/index.js';
import { addMillis, type AuditEntry, type PersonActor, type Role } from '../../src/kernel/index.js';
import { buildDataSource, TypeOrmUnitOfWork } from '../../src/platform/database/index.js';
import { EventLog } from '../../src/platform/logging/index.js';
import { machineOf } from '../db/support/actors.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { testAuditTrail } from '../support/test-audit-trail.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

// How many young people an account reads in a day, on a real database (SEC-19).

const BOUNDS = { caseload: 5, organisation: 8 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The clock goes on by so much. */
const pass = (millis: number): void => clock.moveTo(addMillis(clock.now(), millis));

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: TypeOrmUnitOfWork;
let clock: SetClock;
let logged: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = buildDataSource({ url: database.appUrl, poolSize: 5, entities: [] });
  await dataSource.initialize();
  unitOfWork = new TypeOrmUnitOfWork(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  clock = new SetClock('2026-11-28T08:00:00Z');
  logged = [];
  await database.owner.query('delete from app.audit_event');
});

/** The journal of one instance of the service. */
const instance = (bounds = BOUNDS) =>
  testAuditTrail(
    bounds,
    clock,
    new EventLog({ destination: { write: (line: string) => void logged.push(line) } }),
  );
type Trail = ReturnType<typeof instance>;

function personOf(role: Role = 'ml-adviser', id: string = randomUUID()): PersonActor {
  return {
    type: 'person',
    id,
    role,
    organisation: { id: randomUUID(), code: '97411S00', kind: 'mission-locale' },
    channel: { kind: 'page' },
    correlationId: 'c',
  };
}

const somebody = (count: number) => Array.from({ length: count }, () => randomUUID());

function entry(actor: PersonActor, people: readonly string[], id = 'list'): AuditEntry {
  return {
    actor,
    command: id === 'list' ? 'referral.list' : 'referral.read',
    resource: { type: 'referral', id },
    organisationId: actor.organisation.id,
    effectiveOn: null,
    result: 'read',
    people,
  };
}

type Way = 'read' | 'run';
const show = (trail: Trail, actor: PersonActor, people: readonly string[], way: Way = 'read') =>
  unitOfWork[way](actor, () => trail.record(entry(actor, people)));
const open = (trail: Trail, actor: PersonActor, person: string, way: Way = 'read') =>
  unitOfWork[way](actor, () => trail.record(entry(actor, [person], randomUUID())));

async function journal(actor: PersonActor): Promise<string[]> {
  const { rows } = await database.owner.query<{ line: string }>(
    `select command || ' ' || result as line from app.audit_event where actor_id = $1
     order by recorded_at`,
    [actor.id],
  );
  return rows.map(({ line }) => line);
}

describe.each(['read', 'run'] as const)('The young people that a person is shown (%s)', (way) => {
  it('are admitted up to the bound and refused beyond, without a line that says they were read', async () => {
    const trail = instance();
    const actor = personOf();
    await show(trail, actor, somebody(3), way);
    await show(trail, actor, somebody(2), way);
    const refused = show(trail, actor, somebody(1), way);
    await expect(refused).rejects.toThrow(ReadingBoundReached);
    await expect(refused).rejects.toMatchObject({
      kind: 'too-many',
      members: { bound: 5, retryAfter: 25 * 3_600 },
    });
    expect(await journal(actor)).toEqual(['referral.list read', 'referral.list read']);
  });

  it('are counted once each, and stay open once the bound is reached', async () => {
    const trail = instance();
    const actor = personOf();
    const people = somebody(5);
    for (let again = 0; again < 3; again += 1) await show(trail, actor, people, way);
    const oneOther = [...people.slice(1), ...somebody(1)];
    await expect(show(trail, actor, oneOther, way)).rejects.toThrow(ReadingBoundReached);
    await show(trail, actor, people, way);
    await open(trail, actor, people[0] ?? '', way);
    // Another process, which remembers nothing.
    await show(instance(), actor, people, way);
  });

  it('are counted for the account in every process, and whatever the organisation it works in', async () => {
    const actor = personOf();
    const elsewhere = { ...personOf(), id: actor.id };
    await show(instance(), actor, somebody(3), way);
    await show(instance(), elsewhere, somebody(2), way);
    await expect(show(instance(), actor, somebody(1), way)).rejects.toThrow(ReadingBoundReached);
    await show(instance(), personOf(), somebody(5), way);
  });

  it('are those somebody wrote too, who are never refused', async () => {
    const trail = instance();
    const actor = personOf();
    await show(trail, actor, somebody(5), way);
    const [written = ''] = somebody(1);
    await unitOfWork.run(actor, () =>
      trail.record({ ...entry(actor, [written], randomUUID()), result: 'done' }),
    );
    await open(trail, actor, written, way);
    await expect(show(trail, actor, somebody(1), way)).rejects.toThrow(ReadingBoundReached);
  });

  it('are never more than the bound when pages are asked together', async () => {
    const actor = personOf();
    const trails = [instance(), instance()];
    const asked = Array.from({ length: 20 }, (_, index) =>
      show(trails[index % 2] as Trail, actor, somebody(1), way),
    );
    const answers = await Promise.allSettled(asked);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('are nobody for a role that reads nobody', async () => {
    for (const role of ['exchange-operator', 'national-pilot', 'admin', 'dpo'] as const) {
      const refused = show(instance(), personOf(role), somebody(1), way);
      await expect(refused).rejects.toMatchObject({ members: { bound: 0 } });
      await show(instance(), personOf(role), [], way);
    }
  });

  it('make an alert of fifty files opened in ten minutes: one line of journal and one of log', async () => {
    const trail = instance({ caseload: 100, organisation: 100 });
    const actor = personOf();
    const people = somebody(60);
    const alerts = async () => (await journal(actor)).filter((line) => line.includes('burst'));
    for (const person of people.slice(0, 49)) {
      await open(trail, actor, person, way);
      await open(trail, actor, person, way);
    }
    await show(trail, actor, people, way);
    expect([await alerts(), logged]).toEqual([[], []]);
    for (const person of people.slice(49)) await open(trail, actor, person, way);
    expect(await alerts()).toEqual(['reading.burst read']);
    expect(logged.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 'warn',
        event: 'reading.burst',
        accountId: actor.id,
        count: 50,
      }),
    ]);
  });

  it('make no alert of fifty files opened in a morning', async () => {
    const trail = instance({ caseload: 100, organisation: 100 });
    const actor = personOf();
    for (const person of somebody(60)) {
      await open(trail, actor, person, way);
      pass(MINUTE);
    }
    expect(await journal(actor)).not.toContain('reading.burst read');
  });
});

describe('A reading that was refused', () => {
  it('takes no other reading with it', async () => {
    const trail = instance();
    const full = personOf();
    await show(trail, full, somebody(5));
    const machine = machineOf(randomUUID(), 'mission-locale');
    const other = personOf();
    const answers = await Promise.allSettled([
      show(trail, full, somebody(1)),
      show(trail, other, somebody(2)),
      unitOfWork.read(machine, () =>
        trail.record({
          ...entry(other, somebody(90)),
          actor: machine,
          organisationId: machine.organisation.id,
        }),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await journal(other)).toEqual(['referral.list read']);
  });

  it('leaves the count as it was: so does one whose transaction is rolled back', async () => {
    const trail = instance();
    const actor = personOf();
    const people = somebody(5);
    // More than the account may ever read: it is told to ask for less, not to wait.
    const refused = show(trail, actor, [...people, ...somebody(1)]);
    await expect(refused).rejects.toThrow(TooManyShownAtOnce);
    await expect(refused).rejects.toMatchObject({ kind: 'invalid', members: { bound: 5 } });
    const undone = unitOfWork.run(actor, async () => {
      await trail.record(entry(actor, somebody(5)));
      throw new Error('the act fails');
    });
    await expect(undone).rejects.toThrow('the act fails');
    await show(trail, actor, people);
  });
});

describe('A day after', () => {
  it('somebody else may be read, but for what was looked at again in between', async () => {
    const trail = instance();
    const actor = personOf();
    const people = somebody(5);
    await show(trail, actor, people);
    pass(20 * HOUR);
    await show(trail, actor, people.slice(0, 2));
    await expect(show(trail, actor, somebody(1))).rejects.toThrow(ReadingBoundReached);
    pass(5 * HOUR);
    await show(trail, actor, somebody(3));
    await expect(show(trail, actor, somebody(1))).rejects.toThrow(ReadingBoundReached);
  });

  it('no 24 hours ever hold more people than the bound, whatever is read, when, through which process', async () => {
    const step = fc.record({
      minutes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
      people: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 4 }),
      process: fc.integer({ min: 0, max: 1 }),
      isOpening: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const ids = somebody(12);
        const actor = personOf();
        const trails = [instance(), instance()];
        const admitted: { at: number; person: number }[] = [];
        for (const { minutes, people, process, isOpening } of steps) {
          pass(minutes * MINUTE);
          const at = Date.parse(clock.now());
          const trail = trails[process] as Trail;
          const shown = people.map((index) => ids[index] ?? '');
          const [only = ''] = shown;
          const asked = isOpening ? open(trail, actor, only) : show(trail, actor, shown);
          const isAdmitted = await asked.then(
            () => true,
            () => false,
          );
          if (!isAdmitted) continue;
          for (const person of isOpening ? people.slice(0, 1) : people)
            admitted.push({ at, person });
          const lately = admitted.filter((one) => one.at > at - 24 * HOUR);
          expect(new Set(lately.map(({ person }) => person)).size).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 20 },
    );
  });
});
