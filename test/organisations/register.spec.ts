import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Clock, Ids, localDate } from '../../src/kernel/index.js';
import type { Instant, SystemActor } from '../../src/kernel/index.js';
import { DatabaseOrganisationDirectory } from '../../src/organisations/db/database-organisation-directory.js';
import { DatabaseOrganisationRegister } from '../../src/organisations/db/database-organisation-register.js';
import { ORGANISATION_ENTITIES } from '../../src/organisations/db/entities.js';
import { DatabaseReferenceArchive } from '../../src/organisations/db/database-reference-archive.js';
import {
  COVERAGE_COLUMNS,
  ImportReferenceFile,
  LoadReferenceData,
  type CoveragePair,
} from '../../src/organisations/index.js';
import { ConventionKeeper } from '../../src/organisations/use-cases/reference/convention-keeper.js';
import { CoverageKeeper } from '../../src/organisations/use-cases/reference/coverage-keeper.js';
import { OrganisationKeeper } from '../../src/organisations/use-cases/reference/organisation-keeper.js';
import { ReferenceKeepers } from '../../src/organisations/use-cases/reference/reference-keepers.js';
import { RegisterJournal } from '../../src/organisations/use-cases/register-journal.js';
import { EtalabCommunes } from '../../src/organisations/reference/etalab-communes.js';
import { shippedReference } from '../../src/organisations/reference/shipped-reference.js';
import { DatabaseDeadlineOverrides } from '../../src/returns/db/database-deadline-overrides.js';
import { DatabasePrerequisiteList } from '../../src/referrals/db/database-prerequisites.js';
import { PrerequisiteKeeper } from '../../src/referrals/use-cases/prerequisite-keeper.js';
import { DeadlineKeeper } from '../../src/returns/use-cases/deadline-keeper.js';
import { buildDataSource, TypeOrmUnitOfWork } from '../../src/platform/database/index.js';
import { testAuditTrail } from '../support/test-audit-trail.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

class FakeClock extends Clock {
  override now(): Instant {
    return '2026-11-22T00:10:00.000Z' as Instant;
  }
}

class RandomIds extends Ids {
  override uuid(): string {
    return randomUUID();
  }

  override referenceBody(): string {
    return '00000000';
  }
}

const OPERATOR: SystemActor = {
  type: 'system',
  id: 'system',
  task: 'reference.load',
  organisation: null,
  channel: { kind: 'system', task: 'reference.load' },
  correlationId: 'correlation-1',
};
const TODAY = localDate(2026, 11, 22);

let database: TestDatabase;
let dataSource: DataSource;
let directory: DatabaseOrganisationDirectory;
let load: LoadReferenceData;
let files: ImportReferenceFile;

async function count(table: string): Promise<number> {
  const { rows } = await database.owner.query(`select count(*)::int as n from app.${table}`);
  return rows[0].n;
}

/** What journal and history tell of one organisation. */
async function told(code: string) {
  const { rows: lines } = await database.owner.query(
    `select command, actor_id as actor from app.audit_event e
     join app.organisation o on o.id = e.org_id
     where o.code = $1 and e.resource_type = 'organisation'`,
    [code],
  );
  const { rows: changes } = await database.owner.query(
    `select field, before, after from app.register_change c
     join app.organisation o on o.id = c.organisation_id where o.code = $1`,
    [code],
  );
  return { lines, changes };
}

async function counts(): Promise<number[]> {
  return [await count('organisation'), await count('convention'), await count('coverage')];
}

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = buildDataSource({
    url: database.appUrl,
    poolSize: 2,
    entities: ORGANISATION_ENTITIES,
  });
  await dataSource.initialize();
  const unitOfWork = new TypeOrmUnitOfWork(dataSource);
  directory = new DatabaseOrganisationDirectory(unitOfWork, new FakeClock(), EtalabCommunes.read());
  const register = new DatabaseOrganisationRegister(new RandomIds(), directory);
  const audit = testAuditTrail();
  const journal = new RegisterJournal(register, audit, new FakeClock(), new RandomIds());
  load = new LoadReferenceData(unitOfWork, register, journal, audit);
  const keepers = new ReferenceKeepers(
    new OrganisationKeeper(register, journal, new RandomIds()),
    new ConventionKeeper(register, audit),
    new CoverageKeeper(register, EtalabCommunes.read(), audit, journal),
    new DeadlineKeeper(new DatabaseDeadlineOverrides(), register, audit, new FakeClock()),
    new PrerequisiteKeeper(new DatabasePrerequisiteList()),
  );
  const [clock, ids] = [new FakeClock(), new RandomIds()];
  const archive = new DatabaseReferenceArchive();
  files = new ImportReferenceFile(unitOfWork, keepers, archive, register, audit, clock, ids);
  await directory.all();
  await load.execute(await shippedReference(true), OPERATOR);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('The register of organisations', () => {
  it('shows what was loaded, although it had been read empty before', async () => {
    const nord = await directory.byCode('97411S00');
    expect(nord).toMatchObject({ usualName: 'Mission locale Nord', timeZone: 'Indian/Reunion' });
    expect(await directory.byId(nord?.id ?? '')).toEqual(nord);
    expect(await directory.all()).toHaveLength(43);
    expect(await directory.all('unit')).toHaveLength(16);
    expect(await directory.byCode('97411S01')).toBeUndefined();
  });

  it('knows the conventions in force between a pair, and of one organisation', async () => {
    const [ml, sma, smv] = await Promise.all(
      ['97411S00', 'RSMA-RE', 'SMV-BREST'].map((code) => directory.byCode(code)),
    );
    const [mlId, smaId, smvId] = [ml?.id ?? '', sma?.id ?? '', smv?.id ?? ''];
    expect(await directory.conventionBetween(mlId, smaId, TODAY)).toMatchObject({
      validTo: null,
      duties: expect.arrayContaining(['medical-conclusion-release']),
    });
    expect(await directory.conventionBetween(mlId, smvId, localDate(2024, 4, 18))).toBeUndefined();
    expect(await directory.conventionsOn(TODAY, mlId)).toHaveLength(16);
    expect(await directory.conventionsOn(TODAY, smaId)).toHaveLength(14);
    expect(await directory.conventionsOn(TODAY)).toHaveLength(288);
  });

  it('routes a commune, its former codes, and says what is outside the network', async () => {
    expect(await directory.missionLocaleOf('97418', TODAY)).toEqual({
      state: 'routed',
      missionLocaleCode: '97411S00',
    });
    expect(await directory.missionLocaleOf('97127', TODAY)).toMatchObject({
      missionLocaleCode: '97801S00',
    });
    expect(await directory.missionLocaleOf('98818', TODAY)).toMatchObject({
      state: 'outside-network',
    });
    expect(await directory.missionLocaleOf('75101', TODAY)).toEqual({ state: 'unresolved' });
  });

  it('can be loaded again without changing anything', async () => {
    const before = await counts();
    await load.execute(await shippedReference(true), OPERATOR);
    expect(await counts()).toEqual(before);
  });

  it('brings an organisation up to date', async () => {
    const data = await shippedReference(false);
    const organisations = data.organisations.map((one) =>
      one.code === 'SMV-LYON' ? { ...one, validTo: localDate(2026, 12, 31) } : one,
    );
    await load.execute({ ...data, organisations }, OPERATOR);
    expect(await directory.byCode('SMV-LYON')).toMatchObject({ validTo: '2026-12-31' });
    expect(await told('SMV-LYON')).toEqual({
      lines: [{ command: 'organisation.change', actor: 'system' }],
      changes: [{ field: 'validTo', before: null, after: '2026-12-31' }],
    });
  });

  it('keeps what somebody changed, whatever is shipped next, and says what it brought besides', async () => {
    await database.owner.query(
      `update app.organisation set usual_name = 'Centre de Brest' where code = 'SMV-BREST'`,
    );
    const data = await shippedReference(false);
    const organisations = data.organisations.map((one) =>
      one.code === 'SMV-BREST' ? { ...one, usualName: 'SMV Brest', name: 'SMV de Brest' } : one,
    );
    await load.execute({ ...data, organisations }, OPERATOR);
    await load.execute({ ...data, organisations }, OPERATOR);

    expect(await directory.byCode('SMV-BREST')).toMatchObject({
      usualName: 'Centre de Brest',
      name: 'SMV de Brest',
    });
    const { changes } = await told('SMV-BREST');
    expect(changes).toMatchObject([{ field: 'name', after: 'SMV de Brest' }]);
  });

  it('has a history that the service adds to and never changes', async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    await client.query('set role passerelle_technical');
    for (const sql of [
      'update app.register_change set after = null',
      'delete from app.register_change',
    ]) {
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await client.end();
  });
});

/** A coverage as a file of 13 columns. */
function coverageFile(
  pairs: readonly CoveragePair[],
  address: readonly string[] = ['', '', ''],
): Buffer {
  const rows = pairs.map(({ communeCode, missionLocaleCode }) => {
    const missionLocale = [missionLocaleCode.slice(0, 5), '', '', ''];
    return [communeCode, '', '', '', '', ...missionLocale, 'Non', ...address].join(';');
  });
  return Buffer.from([COVERAGE_COLUMNS.join(';'), ...rows, ''].join('\r\n'));
}

describe('A new coverage', () => {
  const validFrom = localDate(2027, 1, 1);
  const file = (pairs: readonly CoveragePair[]) => {
    return { set: 'couverture', content: coverageFile(pairs), validFrom } as const;
  };

  it('is refused by line when it names an unknown mission locale', async () => {
    const pairs = [{ communeCode: '97411', missionLocaleCode: '97499S00' }];
    const { faults } = await files.check(file(pairs), OPERATOR);
    expect(faults).toMatchObject([{ line: 2, column: 'Code ML' }]);
  });

  it('is shown before it is applied, then routes from its day on, and the past stays', async () => {
    const { coverage } = await shippedReference(false);
    const kept = coverage.filter(({ communeCode }) => communeCode !== '97420');
    const pairs = kept.map((one) =>
      one.communeCode === '97418' ? { ...one, missionLocaleCode: '97410S00' } : one,
    );
    const expected = {
      faults: [],
      difference: {
        added: [],
        absent: [{ key: '97420', changes: [{ before: '97411S00', after: null }] }],
        changed: [{ key: '97418', changes: [{ before: '97411S00', after: '97410S00' }] }],
      },
    };
    const rows = await count('coverage');

    expect(await files.check(file(pairs), OPERATOR)).toMatchObject(expected);
    expect(await count('coverage')).toBe(rows);
    expect(await files.applyNow(file(pairs), OPERATOR)).toMatchObject(expected);

    const lastDay = localDate(2026, 12, 31);
    expect(await directory.missionLocaleOf('97418', lastDay)).toMatchObject({
      missionLocaleCode: '97411S00',
    });
    expect(await directory.missionLocaleOf('97418', validFrom)).toMatchObject({
      missionLocaleCode: '97410S00',
    });
    expect(await directory.missionLocaleOf('97420', lastDay)).toMatchObject({ state: 'routed' });
    expect(await directory.missionLocaleOf('97420', validFrom)).toEqual({ state: 'unresolved' });
    const again = await files.applyNow(file(pairs), OPERATOR);
    expect(again.faults).toMatchObject([{ line: null, said: expect.stringContaining('déjà') }]);
  });

  it('brings an address to a mission locale that has none, and writes over none', async () => {
    const from = localDate(2027, 2, 1);
    const pairs = [
      { communeCode: '97411', missionLocaleCode: '97411S00' },
      { communeCode: '97410', missionLocaleCode: '97410S00' },
    ];
    const file = (address: readonly string[], validFrom = from) =>
      ({ set: 'couverture', content: coverageFile(pairs, address), validFrom }) as const;
    const { difference } = await files.check(file(['', '9740', 'Saint-Denis']), OPERATOR);
    expect(difference.added).toEqual([]);

    const somewhere = ['1 rue de la Paix', '97 400', 'Saint-Denis'];
    const applied = await files.applyNow(file(somewhere), OPERATOR);
    expect(applied.difference.added).toMatchObject([
      { key: 'adresse 97410S00', before: null, after: { values: { postalCode: '97400' } } },
      { key: 'adresse 97411S00', before: null, after: { values: { town: 'Saint-Denis' } } },
    ]);
    const placed = { street: '1 rue de la Paix', postalCode: '97400', town: 'Saint-Denis' };
    const { id = '' } = (await directory.byCode('97411S00')) ?? {};
    expect(await directory.contactOf(id)).toMatchObject(placed);

    const elsewhere = ['2 rue de la Paix', '97400', 'Saint-Denis'];
    const later = await files.check(file(elsewhere, localDate(2027, 3, 1)), OPERATOR);
    expect(later.difference.added).toEqual([]);
  });

  it('is not undone by the next start', async () => {
    const rows = await count('coverage');
    await load.execute(await shippedReference(true), OPERATOR);
    expect(await count('coverage')).toBe(rows);
  });
});
