import type { ScopeRole } from '../../src/platform/database/index.js';
import { CANDIDACY, CANDIDACY_LINE, CONCLUSION, REFERRAL_LINE } from './support/insertions.js';
import { createWorld, type World } from './support/world.js';

// A row that ties two organisations must name the same two as the row it belongs to (SEC-14).

const ML: ScopeRole = 'passerelle_mission_locale';
const UNIT: ScopeRole = 'passerelle_unit';
const NO_SUCH_ROW = '23503';
const NOT_ALLOWED = '42501';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('A row that ties two organisations', () => {
  it('cannot open a unit’s file on a referral to another unit', async () => {
    const [x] = world.units;
    const { missionLocaleId, referralId, personId } = world.draft;
    const values = [x, missionLocaleId, referralId, missionLocaleId, personId, null];
    expect(await world.app.refusal(UNIT, x, CANDIDACY, values)).toBe(NO_SUCH_ROW);
  });

  it('cannot open a unit’s file on a person nobody sent', async () => {
    const [x] = world.units;
    const { missionLocaleId, personId } = world.draft;
    const values = [x, null, null, missionLocaleId, personId, null];
    expect(await world.app.refusal(UNIT, x, CANDIDACY, values)).toBeDefined();
  });

  it('cannot move a unit’s file to another mission locale', async () => {
    const [x] = world.units;
    const move = 'update app.candidacy set ml_id = $1 where id = $2';
    const values = [world.missionLocales[2], world.direct.candidacyId];
    expect(await world.app.refusal(UNIT, x, move, values)).toBe(NOT_ALLOWED);
  });

  it('cannot move a referral to another unit', async () => {
    const { missionLocaleId, referralId } = world.cases[0];
    const move = 'update app.referral set unit_id = $1 where id = $2';
    const values = [world.units[1], referralId];
    expect(await world.app.refusal(ML, missionLocaleId, move, values)).toBe(NOT_ALLOWED);
  });

  it('cannot write in the history of a referral to another unit', async () => {
    const [x] = world.units;
    const { missionLocaleId, referralId } = world.cases[1];
    const values = [referralId, missionLocaleId, x];
    expect(await world.app.refusal(UNIT, x, REFERRAL_LINE, values)).toBe(NOT_ALLOWED);
  });

  it('cannot write in the history of a candidacy of another mission locale', async () => {
    const [a] = world.missionLocales;
    const { unitId, candidacyId } = world.cases[2];
    const values = [candidacyId, unitId, a];
    expect(await world.app.refusal(ML, a, CANDIDACY_LINE, values)).toBe(NO_SUCH_ROW);
  });

  it('cannot show a conclusion to a mission locale that did not refer', async () => {
    const { unitId, candidacyId } = world.cases[0];
    const values = [unitId, world.missionLocales[1], candidacyId];
    expect(await world.app.refusal(UNIT, unitId, CONCLUSION, values)).toBe(NO_SUCH_ROW);
  });

  it.each([
    ['decide', `state = 'decided'`, 0],
    ['convoke', `state = 'convoked'`, 1],
  ])('lets a mission locale close a candidacy, not %s it', async (_verb, change, at) => {
    const file = world.cases[at];
    if (!file) throw new Error('the world has a case for each verb');
    const { missionLocaleId, candidacyId } = file;
    const sql = `update app.candidacy set ${change} where id = $1`;
    expect(await world.app.refusal(ML, missionLocaleId, sql, [candidacyId])).toBe(NOT_ALLOWED);
    const close = `update app.candidacy set state = 'closed' where id = $1`;
    expect(await world.app.refusal(ML, missionLocaleId, close, [candidacyId])).toBeUndefined();
  });

  it('lets a mission locale open a candidacy, not answer it', async () => {
    const { missionLocaleId, unitId, personId } = world.cases[0];
    const referralId = await world.rows.referral(missionLocaleId, unitId, personId, 'decided');
    const answered = CANDIDACY.replace(
      'state, state_on,',
      'state, state_on, outcome_code,',
    ).replace(`'2026-11-20', $6`, `'2026-11-20', 'APTE_RETENU', $6`);
    const values = [unitId, missionLocaleId, referralId, missionLocaleId, personId, null];
    expect(await world.app.refusal(ML, missionLocaleId, answered, values)).toBe(NOT_ALLOWED);
    expect(await world.app.refusal(ML, missionLocaleId, CANDIDACY, values)).toBeUndefined();
  });
});

describe('A draft that was never sent', () => {
  it('stays unknown to the unit once it is withdrawn', async () => {
    const { missionLocaleId, unitId, referralId } = world.draft;
    await world.app.as(ML, missionLocaleId, async (query) => {
      await query(`update app.referral set state = 'withdrawn' where id = $1`, [referralId]);
      await query(REFERRAL_LINE, [referralId, missionLocaleId, unitId]);
    });
    for (const [table, column] of [
      ['referral', 'id'],
      ['referral_transition', 'referral_id'],
    ]) {
      const sql = `select from app.${table} where ${column} = $1`;
      expect([table, await world.app.rows(UNIT, unitId, sql, [referralId])]).toEqual([table, []]);
    }
  });
});
