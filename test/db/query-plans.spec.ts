import { DataSource } from 'typeorm';
import { DatabaseCandidacies } from '../../src/candidacies/db/database-candidacies.js';
import { DatabaseCandidacyQueries } from '../../src/candidacies/db/database-candidacy-queries.js';
import type { Actor, Instant } from '../../src/kernel/index.js';
import { DatabasePeople } from '../../src/people/db/database-people.js';
import { buildDataSource, currentManager } from '../../src/platform/database/index.js';
import { DatabaseReferralQueries } from '../../src/referrals/db/database-referral-queries.js';
import { DatabaseReferrals } from '../../src/referrals/db/database-referrals.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { machineOf } from './support/actors.js';
import { bulkId, BULK, fillInBulk } from './support/bulk-rows.js';
import { plansOf } from './support/query-plans.js';

// V18 to V20: a policy must never cost a walk through everybody's rows. The queries are those the
// adapters really make, explained on 50,000 referrals of 50 organisations.

const LARGE = ['referral', 'candidacy', 'young_person', 'person_share', 'medical_conclusion'];
const AFTER = {
  createdAt: '2026-11-01T00:00:00.000Z' as Instant,
  id: '80000000-0000-4000-8000-000000000000',
};

let database: TestDatabase;
let dataSource: DataSource;
let ml: Actor;
let unit: Actor;
let ids: { referral: string; candidacy: string; person: string };

beforeAll(async () => {
  database = await createTestDatabase();
  await fillInBulk(database.owner);
  dataSource = buildDataSource({ url: database.appUrl, poolSize: 1, entities: [] });
  await dataSource.initialize();
  const id = (kind: string, n: number) => bulkId(database.owner, kind, n);
  ml = machineOf(await id('ml', 1), 'mission-locale');
  unit = machineOf(await id('unit', 0), 'unit');
  ids = {
    referral: await id('referral', 1),
    candidacy: await id('candidacy', 1),
    person: await id('person', 1),
  };
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const referralQueries = new DatabaseReferralQueries();
const candidacyQueries = new DatabaseCandidacyQueries();
const referrals = new DatabaseReferrals();
const candidacies = new DatabaseCandidacies();
const people = new DatabasePeople();

/** The indexes used, once nothing large was read from end to end. */
async function expectIndexed(actor: Actor, work: () => Promise<unknown>): Promise<string[]> {
  const plans = await plansOf(dataSource, actor, work);
  expect(plans.length).toBeGreaterThan(0);
  for (const { sql, scanned } of plans) {
    expect([sql, scanned.filter((table) => LARGE.includes(table))]).toEqual([sql, []]);
  }
  return [...new Set(plans.flatMap(({ indexes }) => indexes))].sort();
}

describe('A list', () => {
  it('of a mission locale’s referrals walks its own index', async () => {
    const first = await expectIndexed(ml, () => referralQueries.page({}, 51, null));
    const next = await expectIndexed(ml, () => referralQueries.page({}, 51, AFTER));
    expect(first).toEqual(expect.arrayContaining(['referral_of_ml', 'candidacy_referral']));
    expect(next).toContain('referral_of_ml');
  });

  it('of a unit’s referrals walks its own index, without the drafts', async () => {
    const first = await expectIndexed(unit, () => referralQueries.page({}, 51, null));
    const next = await expectIndexed(unit, () => referralQueries.page({}, 51, AFTER));
    expect(first).toContain('referral_of_unit');
    expect(next).toContain('referral_of_unit');
  });

  it('of a unit’s candidacies walks its own index', async () => {
    const first = await expectIndexed(unit, () => candidacyQueries.page({}, 51, null));
    const next = await expectIndexed(unit, () => candidacyQueries.page({}, 51, AFTER));
    expect(first).toContain('candidacy_of_unit');
    expect(next).toContain('candidacy_of_unit');
  });

  it.each([
    ['reference', { reference: 'ORI-41' }],
    ['i-milo number', { imiloId: '41' }],
    ['state', { states: ['submitted'] as const }],
  ])(
    'of referrals filtered by %s reads no large table whole, on both sides',
    async (_by, filter) => {
      await expectIndexed(ml, () => referralQueries.page(filter, 51, null));
      await expectIndexed(unit, () => referralQueries.page(filter, 51, null));
    },
  );

  it.each([
    ['reference', { reference: 'ORI-41' }],
    ['file number', { unitFileNumber: 'F-41' }],
    ['state', { states: ['received'] as const }],
    ['origin', { origin: 'ML' as const }],
  ])('of candidacies filtered by %s reads no large table whole', async (_by, filter) => {
    await expectIndexed(unit, () => candidacyQueries.page(filter, 51, null));
  });
});

describe('One record', () => {
  it.each([
    ['a mission locale', () => ml],
    ['a unit', () => unit],
  ])('of %s is found by its key', async (_who, actor) => {
    const one = await expectIndexed(actor(), () => referralQueries.one(ids.referral));
    expect(one).toEqual(['candidacy_referral', 'referral_pkey']);
    const history = await expectIndexed(actor(), () => referralQueries.history(ids.referral));
    expect(history).toContain('referral_transition_of');
  });

  it('of a unit’s candidacies is found by its key, with its referral', async () => {
    const one = await expectIndexed(unit, () => candidacyQueries.one(ids.candidacy));
    expect(one).toEqual(['candidacy_pkey', 'referral_pkey']);
  });
});

describe('Many records at once', () => {
  const many = (n: number) => Array.from({ length: n }, () => ids.person);

  it('of people are found by their keys; the share is one probe each (V20)', async () => {
    const own = await expectIndexed(ml, () => people.byIds(many(50)));
    // Both are unique by the person: one probe each, whichever PostgreSQL takes.
    expect(own.join()).toMatch(/^young_person_(?:in_org|pkey)$/);
    expect(await expectIndexed(unit, () => people.byIds(many(50)))).toEqual([
      'person_share_pk',
      'young_person_pkey',
    ]);
  });

  it('of people are found by number and by traits inside their organisation', async () => {
    const own = ml.organisation?.id ?? '';
    const numbers = Array.from({ length: 200 }, (_, n) => String(n * BULK.missionLocales + 1));
    expect(await expectIndexed(ml, () => people.byImiloIds(own, numbers))).toContain(
      'young_person_imilo',
    );
    const searches = numbers.map((n) => ({
      birthDate: '2005-01-01',
      nameKey: `N${n}`,
      firstNameKey: 'P',
    }));
    const traits = await expectIndexed(ml, () => people.byTraits(own, searches));
    // Names and date lead both: PostgreSQL 15 and 18 choose differently.
    expect(traits.join()).toMatch(/young_person_(?:traits|names)/);
  });

  it('of referrals are found by key, reference and person', async () => {
    const references = Array.from({ length: 200 }, (_, n) => `ORI-${n}`);
    for (const actor of [ml, unit]) {
      expect(await expectIndexed(actor, () => referrals.byIds([ids.referral]))).toEqual([
        'referral_pkey',
      ]);
      await expectIndexed(actor, () => referrals.byReferences(references));
      await expectIndexed(actor, () => referrals.openOf(many(50)));
    }
  });

  it('of candidacies are found by key, referral and number', async () => {
    const own = unit.organisation?.id ?? '';
    const numbers = Array.from({ length: 200 }, (_, n) => `F-${n}`);
    expect(await expectIndexed(unit, () => candidacies.byIds([ids.candidacy]))).toEqual([
      'candidacy_pkey',
    ]);
    expect(await expectIndexed(unit, () => candidacies.ofReferrals([ids.referral]))).toEqual([
      'candidacy_referral',
    ]);
    expect(await expectIndexed(unit, () => candidacies.byUnitFileNumbers(own, numbers))).toEqual([
      'candidacy_file_number',
      'candidacy_pkey',
    ]);
  });

  it('of conclusions are found by candidacy under the medical lens', async () => {
    const sql = 'select from app.medical_conclusion where candidacy_id = any($1)';
    const work = () => currentManager().query(sql, [[ids.candidacy]]);
    const plans = await plansOf(dataSource, unit, work, 'medical');
    expect(plans.map(({ scanned, indexes }) => [scanned, indexes])).toEqual([
      [[], ['medical_conclusion_of']],
    ]);
  });
});
