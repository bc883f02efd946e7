import { SCOPE_ROLES, type ScopeRole } from '../../src/platform/database/index.js';
import { allTables, UNPROTECTED } from './support/catalogue.js';
import { createWorld, type World } from './support/world.js';

// What each role may write: facts V10 to V17 of trust.md 2 on our own schema.

const DENIED = '42501';
const ML: ScopeRole = 'passerelle_mission_locale';
const UNIT: ScopeRole = 'passerelle_unit';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('Writing', () => {
  it('V13: nobody may empty a table', async () => {
    const tables = await allTables(world.database.owner);
    for (const table of tables.filter((name) => !(name in UNPROTECTED))) {
      for (const role of SCOPE_ROLES) {
        const refusal = await world.app.refusal(role, null, `truncate app.${table} cascade`);
        expect([table, role, refusal]).toEqual([table, role, DENIED]);
      }
    }
  });

  it('V10: a row for another organisation is refused', async () => {
    const [a, b] = world.missionLocales;
    const person = `insert into app.young_person
      (id, org_id, birth_name, first_names, birth_date, name_key, first_name_key)
      values (gen_random_uuid(), $1, 'X', '{}', '2005-01-01', 'X', 'X')`;
    expect(await world.app.refusal(ML, a, person, [b])).toBe(DENIED);
    expect(await world.app.refusal(UNIT, world.units[0], person, [a])).toBe(DENIED);
    const move = 'update app.referral set ml_id = $1';
    expect(await world.app.refusal(ML, a, move, [b])).toBe(DENIED);
    const tell = `insert into app.outbox_message
      (id, name, organisation_id, subject_id, payload, correlation_id)
      values (gen_random_uuid(), 'n', $1, 's', '{}', 'c')`;
    expect(await world.app.refusal(ML, a, tell, [b])).toBe(DENIED);
    expect(await world.app.refusal(ML, a, tell, [null])).toBe(DENIED);
  });

  it('V11: another organisation’s row is not found, hence not changed', async () => {
    const [a] = world.missionLocales;
    const other = world.cases[2];
    const written = await world.app.as(ML, a, (query) =>
      query(`update app.referral set version = 99 where id = $1`, [other.referralId]),
    );
    expect(written.rowCount).toBe(0);
    const byUnit = await world.app.as(UNIT, world.units[1], (query) =>
      query(`update app.candidacy set state = 'closed' where id = $1`, [other.candidacyId]),
    );
    expect(byUnit.rowCount).toBe(0);
  });

  it('a unit cannot change a draft it does not see', async () => {
    const written = await world.app.as(UNIT, world.draft.unitId, (query) =>
      query(`update app.referral set state = 'received' where id = $1`, [world.draft.referralId]),
    );
    expect(written.rowCount).toBe(0);
  });

  it.each([
    ['a unit, the details of a referral', UNIT, `update app.referral set volunteer_type = 'VT'`],
    ['a unit, the dates of a referral', UNIT, `update app.referral set submitted_at = now()`],
    ['a unit, whose referral it is', UNIT, `update app.referral set unit_id = unit_id`],
    ['a unit, a new referral', UNIT, `insert into app.referral (id) values (gen_random_uuid())`],
    ['a mission locale, an outcome', ML, `update app.candidacy set outcome_code = 'APTE_RETENU'`],
    ['a mission locale, a file number', ML, `update app.candidacy set unit_file_number = 'X-1'`],
    ['anybody, the past of a referral', ML, `update app.referral_transition set command = 'x'`],
    ['anybody, the past of a candidacy', UNIT, `update app.candidacy_transition set command = 'x'`],
    ['anybody, a deposit’s bytes', UNIT, `update app.exchange_content set bytes = ''`],
    ['anybody, a referral’s end', ML, `delete from app.referral`],
    ['anybody, a person’s end', ML, `delete from app.young_person`],
    ['a unit, what a person was before', UNIT, `select before from app.person_correction`],
    ['anybody, what a person was before', ML, `update app.person_correction set before = 'x'`],
    ['a unit, an ended share', UNIT, `update app.person_share set valid_to = null`],
  ] as const)('V17: columns and verbs are closed to %s', async (_who, role, sql) => {
    const id = role === UNIT ? world.units[0] : world.missionLocales[0];
    expect(await world.app.refusal(role, id, sql)).toBe(DENIED);
  });

  it('the journal takes lines and gives none back, but to the role that reads its own', async () => {
    const line = `insert into app.audit_event (org_id, actor_type, actor_id, acting_role, channel,
      command, resource_type, resource_id, result, correlation_id)
      values ($1, 'x', 'x', 'x', 'api', 'x', 'x', 'x', 'done', 'x')`;
    const READER = 'passerelle_journal';
    const [a, b] = world.missionLocales;
    expect(await world.app.refusal(ML, a, line, [a])).toBeUndefined();
    expect(await world.app.refusal(READER, a, line, [a])).toBe(DENIED);
    expect(await world.app.refusal(ML, a, line, [b])).toBe(DENIED);
    for (const role of SCOPE_ROLES) {
      for (const sql of ['select from', 'delete from', `update`]) {
        const whole = `${sql} app.audit_event${sql === 'update' ? ` set result = 'done'` : ''}`;
        const expected = role === READER && sql === 'select from' ? undefined : DENIED;
        expect([role, sql, await world.app.refusal(role, a, whole)]).toEqual([role, sql, expected]);
      }
    }
  });
});

describe('A medical conclusion (PRV-02)', () => {
  const insert = `insert into app.medical_conclusion
    (id, unit_id, ml_id, candidacy_id, key_version, sealed, recorded_by)
    values (gen_random_uuid(), $1, $2, $3, 1, '', 'x')`;

  it('is written by the unit, which cannot read it again', async () => {
    const { unitId, missionLocaleId, candidacyId } = world.cases[0];
    const written = world.app.refusal(UNIT, unitId, insert, [unitId, missionLocaleId, candidacyId]);
    expect(await written).toBeUndefined();
    for (const columns of ['sealed', 'id', '']) {
      const read = `select ${columns} from app.medical_conclusion`;
      expect(await world.app.refusal(UNIT, unitId, read)).toBe(DENIED);
    }
    const returned = `${insert} returning id`;
    expect(
      await world.app.refusal(UNIT, unitId, returned, [unitId, missionLocaleId, candidacyId]),
    ).toBe(DENIED);
  });

  it('is read under the medical lens only, which writes none', async () => {
    const { unitId, missionLocaleId, candidacyId } = world.cases[0];
    const values = [unitId, missionLocaleId, candidacyId];
    expect(await world.app.refusal('passerelle_medical', unitId, insert, values)).toBe(DENIED);
    const read = 'select from app.medical_conclusion';
    for (const role of SCOPE_ROLES) {
      const expected = role === 'passerelle_medical' ? undefined : DENIED;
      expect([role, await world.app.refusal(role, unitId, read)]).toEqual([role, expected]);
    }
    expect(await world.app.refusal(ML, missionLocaleId, insert, values)).toBe(DENIED);
  });

  it('is nobody’s to change or delete', async () => {
    for (const role of SCOPE_ROLES) {
      for (const sql of [
        `update app.medical_conclusion set sealed = ''`,
        'delete from app.medical_conclusion',
      ]) {
        expect(await world.app.refusal(role, world.units[0], sql)).toBe(DENIED);
      }
    }
  });

  it('cannot be put on a candidacy of another unit', async () => {
    const other = world.cases[1];
    const [x] = world.units;
    const values = [x, other.missionLocaleId, other.candidacyId];
    expect(await world.app.refusal(UNIT, x, insert, values)).toBe('23503');
  });
});
