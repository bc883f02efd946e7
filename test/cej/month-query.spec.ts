import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { DatabaseContractQueries } from '../../src/cej/db/database-contract-queries.js';
import {
  byMonthOrder,
  dayOfMonthView,
  isInView,
  isOfMonth,
  MONTH_VIEWS,
  readContract,
} from '../../src/cej/domain/month-view.rules.js';
import {
  addDays,
  firstDay,
  lastDay,
  parseLocalDate,
  type LocalDate,
  type Month,
} from '../../src/kernel/index.js';
import { buildDataSource, TypeOrmUnitOfWork } from '../../src/platform/database/index.js';
import { machineOf } from '../db/support/actors.js';
import { SeedRows } from '../db/support/seed-rows.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

// The list of a month is made in SQL and says of each contract what the pure rule says of it.

const PEOPLE = 250;
const MONTH = '2026-11' as Month;
const FROM = parseLocalDate('2026-11-01') as LocalDate;

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: TypeOrmUnitOfWork;
let rows: SeedRows;
let missionLocaleId: string;
let unitId: string;
const queries = new DatabaseContractQueries();

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = buildDataSource({ url: database.appUrl, poolSize: 2, entities: [] });
  await dataSource.initialize();
  unitOfWork = new TypeOrmUnitOfWork(dataSource);
  rows = new SeedRows(database.owner);
  missionLocaleId = await rows.organisation('97411S00', 'mission-locale');
  unitId = await rows.organisation('RSMA-RE', 'unit');
  for (const drawn of fc.sample(PERSON, PEOPLE)) await write(drawn);
  await database.owner.query('analyze');
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Days of the same few, so that limits are met, missed by one day and passed. */
const near = (day: string, spread: number) =>
  fc.integer({ min: -spread, max: spread }).map((by) => addDays(day as LocalDate, by));
const dayAround = fc.oneof(
  near('2026-11-30', 3),
  near('2026-11-15', 2),
  near('2026-09-01', 90),
  near('2026-01-31', 40),
  near('2027-02-28', 60),
);

const SERVICE = fc.record({
  file: fc.nat(1),
  from: dayAround,
  lasts: fc.integer({ min: 1, max: 330 }),
  leavesAfter: fc.option(fc.integer({ min: 0, max: 400 })),
});

const CONTRACT = fc.record({
  file: fc.nat(1),
  scheme: fc.constantFrom('CEJ', 'CEJ', 'PACEA'),
  startsOn: fc.oneof(dayAround, near('2025-09-01', 120), near('2024-11-30', 30)),
  days: fc.oneof(
    fc.integer({ min: 1, max: 800 }),
    fc.constantFrom(363, 364, 365, 366, 546, 547, 548, 729, 730, 731),
  ),
  extendedBy: fc.option(fc.integer({ min: 1, max: 190 }), { freq: 3 }),
  endsAfter: fc.option(fc.integer({ min: 0, max: 600 }), { freq: 3 }),
  confirmed: fc.option(fc.constantFrom('2026-11-30', '2027-01-31', '2027-02-28', '2026-12-31')),
});

const PERSON = fc.record({
  birthDate: fc.constantFrom(
    ...['2000-11-30', '2001-01-29', '2000-12-01', '2001-00-00', '2000-12-00', '2000-02-29'],
    ...['2001-02-28', '2005-03-11', '2001-11-15', '2000-09-15'],
  ),
  isMerged: fc.boolean(),
  services: fc.array(SERVICE, { maxLength: 3 }),
  contracts: fc.array(CONTRACT, { minLength: 1, maxLength: 2 }),
});
type Drawn = typeof PERSON extends fc.Arbitrary<infer T> ? T : never;

async function write({ birthDate, isMerged, services, contracts }: Drawn): Promise<void> {
  const first = await rows.person(missionLocaleId);
  const files = [first, isMerged ? await rows.person(missionLocaleId) : first] as const;
  await database.owner.query('update app.young_person set birth_date = $2 where id = any($1)', [
    files,
    birthDate,
  ]);
  if (isMerged) {
    const [kept_id, merged_id] = files;
    const said = { state: 'confirmed', proposed_by: 'a', decided_by: 'b' };
    const pair = { id: randomUUID(), org_id: missionLocaleId, kept_id, merged_id };
    await rows.insert('person_merge', { ...pair, ...said });
  }
  for (const service of services) await writeService(files[service.file] ?? first, service);
  for (const contract of contracts) await writeContract(files[contract.file] ?? first, contract);
}

async function writeService(
  personId: string,
  { from, lasts, leavesAfter }: Drawn['services'][number],
): Promise<void> {
  const referralId = await rows.referral(missionLocaleId, unitId, personId, 'decided');
  const file = { missionLocaleId, unitId, personId, referralId };
  const candidacyId = await rows.candidacy(file);
  const id = await rows.volunteer({ ...file, candidacyId });
  const exitedOn = leavesAfter === null ? null : addDays(from, leavesAfter);
  await database.owner.query(
    `update app.volunteer set incorporated_on = $2, planned_end_on = $3, exited_on = $4,
       exit_reason = case when $4::date is not null then 'FIN_CONTRAT' end,
       state = case when $4::date <= '2026-11-15' then 'exited' else 'in-service' end
     where id = $1`,
    [id, from, addDays(from, lasts), exitedOn],
  );
}

async function writeContract(
  person_id: string,
  { scheme, startsOn, days, extendedBy, endsAfter, confirmed }: Drawn['contracts'][number],
): Promise<void> {
  const plannedEndOn = addDays(startsOn, days);
  await rows.insert('cej_contract', {
    ...{ id: randomUUID(), ml_id: missionLocaleId, person_id, scheme },
    state: endsAfter === null ? 'open' : 'ended',
    starts_on: startsOn,
    planned_end_on: plannedEndOn,
    extended_until: extendedBy === null ? null : addDays(plannedEndOn, extendedBy),
    ended_on: endsAfter === null ? null : addDays(startsOn, endsAfter),
    confirmed_until: confirmed,
    confirmed_on: confirmed === null ? null : '2026-11-01',
  });
}

/** The whole list of a month by the rule, out of all the contracts of whoever served by its end. */
async function byTheRule(today: LocalDate) {
  const on = dayOfMonthView(MONTH, today);
  const { items } = await queries.page({}, 10_000, null, 'own');
  return items
    .filter(({ contract }) => !contract.end || contract.end.endedOn >= firstDay(MONTH))
    .filter(({ services }) => services.some((served) => served.incorporatedOn <= lastDay(MONTH)))
    .map(({ contract, services, birthDate }) => readContract(contract, services, birthDate, on))
    .filter((read) => isOfMonth(read, MONTH))
    .toSorted(byMonthOrder);
}

describe('The list of a month', () => {
  it.each([
    ...[FROM, '2026-11-14', '2026-11-15', '2026-11-16'],
    ...['2026-11-29', '2026-11-30', '2027-02-01'],
  ] as LocalDate[])('is what the rule says, on %s: who, how many, in which order', (today) =>
    unitOfWork.read(machineOf(missionLocaleId, 'mission-locale'), async () => {
      const expected = await byTheRule(today);
      const days = { from: FROM, to: lastDay(MONTH), on: dayOfMonthView(MONTH, today) };
      expect(expected.length).toBeGreaterThan(PEOPLE / 4);
      for (const view of MONTH_VIEWS) {
        const ids = expected.filter((read) => isInView(read, view)).map((read) => read.contract.id);
        const { items, counts } = await queries.month(days, view, { limit: null, offset: 0 });

        expect(items.map(({ contract }) => contract.id)).toEqual(ids);
        expect(counts[view]).toBe(ids.length);
        const slice = await queries.month(days, view, { limit: 5, offset: 3 });
        expect(slice.items.map(({ contract }) => contract.id)).toEqual(ids.slice(3, 8));
      }
    }),
  );

  it('counts without reading anybody', () =>
    unitOfWork.read(machineOf(missionLocaleId, 'mission-locale'), async () => {
      const days = { from: FROM, to: lastDay(MONTH), on: lastDay(MONTH) };
      const { items, counts } = await queries.month(days, 'all', { limit: 0, offset: 0 });

      expect(items).toEqual([]);
      expect(counts.serving + counts.left).toBe(counts.all);
    }));
});
