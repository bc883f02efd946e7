import { randomUUID } from 'node:crypto';
import { codesFrom, type ReasonSide } from '../../src/kernel/index.js';
import { EXIT_REASON_TREE, EXIT_REASONS } from '../../src/volunteers/index.js';
import { SCOPE_ROLES, STATISTICS_ROLE, type ScopeRole } from '../../src/platform/database/index.js';
import { names } from './support/catalogue.js';
import { createWorld, type World } from './support/world.js';

// The door of the committee: counts of everyone, and no row of anybody (PRV-20).

const DENIED = '42501';
const NATIONAL = 'passerelle_national';
const YEARS = `'2000-01-01', '2099-12-31'`;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('A national body', () => {
  it('counts everyone, whoever sent or received them', async () => {
    const rows = await world.app.rows(
      NATIONAL,
      world.national,
      `select population, sum(total)::int as total from app.committee_counts(${YEARS})
       group by 1 order by 1`,
    );
    const counted = new Map(rows.map((row) => [row['population'], row['total']]));
    expect(counted.get('referrals')).toBe(3);
    expect(counted.get('incorporations')).toBe(3);
  });

  it('counts prerequisites as complete by what was asked on the day of the referral', async () => {
    const { owner } = world.database;
    const complete = async (): Promise<unknown> => {
      const [row] = await world.app.rows(
        NATIONAL,
        world.national,
        `select sum(total)::int as total from app.committee_counts(${YEARS})
         where population = 'referrals' and three = 'prerequisites-all'`,
      );
      return row?.['total'] ?? 0;
    };
    const askMobility = (from: string, to: string | null) =>
      owner.query(
        `update app.prerequisite_rule set is_asked = true, valid_from = $1, valid_to = $2
         where code = 'MOBILITE'`,
        [from, to],
      );
    await owner.query(`update app.organisation set scheme = 'SMA' where kind = 'unit';
      alter table app.referral no force row level security;
      update app.referral set prerequisites =
        '{SEANCE_INFORMATION,JDC_A_JOUR,PIECES_COMPLETES,PROJET_VALIDE}';
      alter table app.referral force row level security`);
    expect(await complete()).toBe(3);
    await askMobility('2020-01-01', null);
    expect(await complete()).toBe(0);
    // Asked once, and no more on the day of the referrals.
    await askMobility('2020-01-01', '2020-12-31');
    expect(await complete()).toBe(3);
  });

  it('counts silences by the rung they had reached on the last day', async () => {
    const reached = async (lastOn: string) => {
      const rows = await world.app.rows(
        NATIONAL,
        world.national,
        `select one, sum(total)::int as total from app.committee_silences('2000-01-01', '${lastOn}')
         group by 1`,
      );
      return rows.map(({ one, total }) => `${String(one)} ${String(total)}`);
    };
    await world.database.owner.query(`alter table app.referral no force row level security;
      update app.referral set referred_on = '2026-10-01', outcome_decided_on = null;
      alter table app.referral force row level security`);
    expect(await reached('2026-09-30')).toEqual([]);
    expect(await reached('2026-10-10')).toEqual(['silence-quiet 3']);
    expect(await reached('2026-10-11')).toEqual(['silence-reminded 3']);
    expect(await reached('2026-10-21')).toEqual(['silence-manager 3']);
    expect(await reached('2026-10-31')).toEqual(['silence-freed 3']);
  });

  it('counts an end before the term on the side that its reason comes from', async () => {
    const { owner } = world.database;
    const sides: Record<string, string> = {};
    for (const { code } of EXIT_REASONS.values) {
      await owner.query(`alter table app.volunteer no force row level security`);
      await owner.query(
        `update app.volunteer set state = 'exited', state_on = '2026-08-20',
           incorporated_on = '2026-03-02', exited_on = '2026-08-20', exit_reason = $1,
           exit_situation = 'SANS_SOLUTION', is_exit_announced = false, wants_support = false,
           certifications = '{}' where state <> 'expected'`,
        [code],
      );
      await owner.query(`alter table app.volunteer force row level security`);
      const [row] = await world.app.rows(
        NATIONAL,
        world.national,
        `select one from app.committee_counts(${YEARS}) where population = 'exits'`,
      );
      sides[code] = String(row?.['one']);
    }
    const ofSide = (end: string) =>
      Object.keys(sides)
        .filter((code) => sides[code] === `early-later-${end}`)
        .toSorted();
    const told = (side: ReasonSide) =>
      codesFrom(EXIT_REASON_TREE, side)
        .filter((code) => sides[code] !== 'early-inserted')
        .toSorted();
    expect(ofSide('young')).toEqual(told('JEUNE'));
    expect(ofSide('unit')).toEqual(told('UNITE'));
    expect(ofSide('other')).toEqual(['AUTRE', ...told('FORCE_MAJEURE')].toSorted());
  });

  it('is given codes, places and numbers, and nothing that names anybody', async () => {
    const columns = await names(
      world.database.owner,
      `select distinct unnest(p.proargnames) as name from pg_proc p
       where p.pronamespace = 'app'::regnamespace and p.prosecdef order by 1`,
    );
    expect(columns).toEqual([
      ...['closes_at', 'days', 'delay', 'due_at', 'file_nature', 'file_state', 'first_month'],
      ...['first_on', 'flow', 'ids', 'kind', 'last_month', 'last_on', 'month', 'one', 'opens_at'],
      ...['point', 'population', 'rejected', 'report_code', 'side', 'slot_state', 'three'],
      ...['total', 'two', 'unit_id'],
    ]);
  });

  it.each([
    ...['referral', 'candidacy', 'volunteer', 'return_episode', 'follow_up', 'cej_contract'],
    ...['direct_applicant', 'direct_applicant_transition', 'information_session'],
  ])('reads no row of %s', async (table) => {
    const sql = `select count(*) from app.${table}`;
    expect(await world.app.refusal(NATIONAL, world.national, sql)).toBe(DENIED);
  });
});

it('Nobody else may count everyone', async () => {
  for (const role of SCOPE_ROLES.filter((name) => name !== NATIONAL)) {
    const committee = ['answers', 'counts', 'delays', 'outreach', 'silences'].map(
      (name) => `committee_${name}`,
    );
    for (const name of [...committee, 'evaluation_counts']) {
      const sql = `select * from app.${name}(${YEARS})`;
      expect([role, await world.app.refusal(role, world.units[0], sql)]).toEqual([role, DENIED]);
    }
  }
});

it('Whether a return goes on elsewhere is told to missions locales alone', async () => {
  const SQL = `select app.returns_going_on(array(select gen_random_uuid())) as id`;
  for (const role of SCOPE_ROLES.filter((name) => name !== 'passerelle_mission_locale')) {
    expect([role, await world.app.refusal(role, world.units[0], SQL)]).toEqual([role, DENIED]);
  }
});

describe('The months of the units', () => {
  const SQL = `select unit_id from app.unit_exchange_months('2026-11', '2026-11') order by 1`;
  const seenBy = async (role: ScopeRole, organisation: string | null): Promise<unknown[]> =>
    (await world.app.rows(role, organisation, SQL)).map((row) => row['unit_id']);

  it('are seen by the unit itself, by its mission locale under convention, by its command', async () => {
    const { units, missionLocales, national, database } = world;
    const [x, y] = units;
    const [a, b] = missionLocales;
    await database.owner.query(`delete from app.convention`);
    await world.rows.insert('convention', {
      ...{ id: randomUUID(), mission_locale_id: a, unit_id: x, duties: [] },
      ...{ valid_from: '2026-01-01', valid_to: '2026-11-30' },
    });
    await world.rows.insert('convention', {
      ...{ id: randomUUID(), mission_locale_id: b, unit_id: x, duties: [] },
      ...{ valid_from: '2026-01-01', valid_to: '2026-11-29' },
    });
    await database.owner.query(`update app.organisation set scheme = null where id = $1`, [
      national,
    ]);

    expect(await seenBy('passerelle_unit', x)).toEqual([x]);
    expect(await seenBy('passerelle_unit', y)).toEqual([y]);
    expect(await seenBy('passerelle_mission_locale', a)).toEqual([x]);
    expect(await seenBy('passerelle_mission_locale', b)).toEqual([]);
    expect(await seenBy(NATIONAL, national)).toEqual([x, y].toSorted());
    for (const [scheme, seen] of [
      ['SMA', [x]],
      ['SMV', [y]],
    ] as const) {
      await database.owner.query(`update app.organisation set scheme = 'SMA' where id = $1`, [x]);
      await database.owner.query(`update app.organisation set scheme = 'SMV' where id = $1`, [y]);
      await database.owner.query(`update app.organisation set scheme = $2 where id = $1`, [
        ...[national, scheme],
      ]);
      expect(await seenBy(NATIONAL, national)).toEqual(seen);
    }
  });

  it('are nobody’s without an organisation, and closed to the other roles', async () => {
    expect(await seenBy(NATIONAL, null)).toEqual([]);
    for (const role of [
      'passerelle_medical',
      'passerelle_technical',
      'passerelle_journal',
    ] as const) {
      expect(await world.app.refusal(role, world.units[0], SQL)).toBe(DENIED);
    }
  });
});

describe('The role of the counts', () => {
  it('is taken by nobody, and is weak', async () => {
    const { owner } = world.database;
    expect(
      await names(
        owner,
        `select m.member::regrole::text as name from pg_auth_members m
         where m.roleid = $1::regrole and not m.member::regrole = session_user::regrole`,
        [STATISTICS_ROLE],
      ),
    ).toEqual([]);
    expect(
      await names(
        owner,
        `select rolname as name from pg_roles where rolname = $1 and (rolsuper or rolbypassrls
           or rolcreaterole or rolcreatedb or rolcanlogin or rolreplication)`,
        [STATISTICS_ROLE],
      ),
    ).toEqual([]);
    await expect(world.app.client.query(`set role ${STATISTICS_ROLE}`)).rejects.toMatchObject({
      code: DENIED,
    });
  });

  it('reads no name, no birth, no way to reach anybody, and changes nothing', async () => {
    const { owner } = world.database;
    const tables = await names(
      owner,
      `select distinct table_name as name from information_schema.column_privileges
       where grantee = $1 order by 1`,
      [STATISTICS_ROLE],
    );
    expect(tables).toEqual([
      ...['candidacy', 'cej_contract', 'convention', 'direct_applicant'],
      ...['direct_applicant_transition', 'evaluation_note', 'exchange_file', 'exchange_slot'],
      ...['follow_up', 'information_session', 'organisation'],
      ...['prerequisite_rule', 'referral', 'referral_transition', 'return_episode', 'volunteer'],
      'volunteer_transition',
    ]);
    const rights = await names(
      owner,
      `select distinct privilege_type as name from information_schema.column_privileges
       where grantee = $1`,
      [STATISTICS_ROLE],
    );
    expect(rights).toEqual(['SELECT']);
    const named = await names(
      owner,
      `select table_name || '.' || column_name as name from information_schema.column_privileges
       where grantee = $1 and column_name ~ 'name|birth|phone|email|street|commune|reference|number|mailbox'`,
      [STATISTICS_ROLE],
    );
    expect(named).toEqual([]);
  });
});
