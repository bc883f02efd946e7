import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { names } from './support/catalogue.js';

// PostgreSQL rewrites a record where it is (HOT) as long as nothing that changes stands in an index,
// the condition of the index included; else each decision of a file rewrites all of them (ADR 0021).

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Indexed columns that the unit's side writes; only the demonstration ever sets `created_at`. */
const WRITTEN_AND_INDEXED = `
  select distinct i.relname || '.' || a.attname as name
  from pg_index x join pg_class i on i.oid = x.indexrelid
    join pg_attribute a on a.attrelid = x.indrelid and a.attnum > 0
  where x.indrelid = any($1::regclass[]) and a.attname <> 'created_at'
    and has_column_privilege('passerelle_unit', x.indrelid, a.attnum, 'update')
    and (a.attnum = any(x.indkey) or exists (select from pg_depend d
      where d.objid = x.indexrelid and d.refobjid = x.indrelid and d.refobjsubid = a.attnum))`;

describe('What a unit decides', () => {
  it('stands in no index of the candidacy nor of the referral', async () => {
    const tables = ['app.candidacy', 'app.referral'];
    expect(await names(database.owner, WRITTEN_AND_INDEXED, [tables])).toEqual([]);
  });

  it('would be found in a key and in a condition', async () => {
    await database.owner.query(
      `create index a_key on app.candidacy (unit_id, state);
       create index a_condition on app.referral (unit_id) where outcome_code is null`,
    );
    const found = await names(database.owner, WRITTEN_AND_INDEXED, [
      ['app.candidacy', 'app.referral'],
    ]);
    expect(found.sort()).toEqual(['a_condition.outcome_code', 'a_key.state']);
  });
});
