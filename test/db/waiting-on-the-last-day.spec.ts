import { randomUUID } from 'node:crypto';
import { createWorld, type World } from './support/world.js';

// What waited on the last day of a period, for the committee: the history says it, whatever came later.

const NATIONAL = 'passerelle_national';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Changes rows as nobody may: the owner of a protected table is under its policies too. */
async function change(table: string, sql: string, values: readonly unknown[] = []) {
  const { owner } = world.database;
  await owner.query(`alter table app.${table} no force row level security`);
  await owner.query(sql, [...values]);
  await owner.query(`alter table app.${table} force row level security`);
}

/** What a function counts of one population on a day, by heading. */
async function counted(of: string, population: string, lastOn: string) {
  const rows = await world.app.rows(
    NATIONAL,
    world.national,
    `select one, sum(total)::int as total from app.${of}('2000-01-01', '${lastOn}')
     where population = '${population}' group by 1 order by 1`,
  );
  return rows.map(({ one, total }) => `${String(one)} ${String(total)}`);
}

describe('The silences of a past day', () => {
  const silences = (lastOn: string) => counted('committee_silences', 'silences', lastOn);
  const line = (state: string, on: string) =>
    change(
      'referral_transition',
      `insert into app.referral_transition (referral_id, ml_id, unit_id, command, to_state, effective_on,
         actor_type, actor_id, acting_role, channel)
       select id, ml_id, unit_id, 'x', $1, $2, 'person', 'x', 'x', 'web' from app.referral where state <> 'draft'`,
      [state, on],
    );
  const become = (sql: string) =>
    change('referral', `update app.referral set ${sql} where state <> 'draft'`);

  beforeEach(async () => {
    await change('referral_transition', 'delete from app.referral_transition');
    await become(`state = 'submitted', referred_on = '2026-10-01', outcome_decided_on = null`);
  });

  it('stay when a referral is withdrawn later', async () => {
    await become(`state = 'withdrawn'`);
    await line('withdrawn', '2026-10-20');
    expect(await silences('2026-10-19')).toEqual(['silence-reminded 3']);
    expect(await silences('2026-10-20')).toEqual([]);
  });

  it('stay closed when a silence that had lapsed is answered later', async () => {
    await line('lapsed', '2026-11-05');
    await line('decided', '2026-11-20');
    await become(`state = 'decided', outcome_decided_on = '2026-11-20'`);
    expect(await silences('2026-11-04')).toEqual(['silence-freed 3']);
    expect(await silences('2026-11-10')).toEqual([]);
    expect(await silences('2026-11-20')).toEqual([]);
  });

  it('are open again from the day on which a withdrawal was undone, and only until the next', async () => {
    await line('withdrawn', '2026-10-05');
    await line('submitted', '2026-10-12');
    await line('withdrawn', '2026-10-25');
    await become(`state = 'withdrawn'`);
    expect(await silences('2026-10-11')).toEqual([]);
    expect(await silences('2026-10-12')).toEqual(['silence-reminded 3']);
    expect(await silences('2026-10-25')).toEqual([]);
  });
});

describe('The tray of direct applicants', () => {
  const tray = (lastOn: string) => counted('committee_outreach', 'direct-tray', lastOn);
  const id = randomUUID();

  beforeAll(() =>
    change(
      'direct_applicant',
      `insert into app.direct_applicant (id, unit_id, unit_file_number, residence_code, age_band, decided_on,
         invited_on, outcome, state, state_on, said_on)
       select $1, id, 'RE-DIR-1', '97411', '18_20', '2026-10-01', '2026-10-01', 'NON_RETENU', 'to-assign',
         '2026-10-01', '2026-10-01'
       from app.organisation where kind = 'unit' order by code limit 1`,
      [id],
    ),
  );

  async function acts(...more: [command: string, from: string | null, to: string, on: string][]) {
    for (const [command, from, to, on] of more) {
      await change(
        'direct_applicant_transition',
        `insert into app.direct_applicant_transition (direct_applicant_id, unit_id, command, from_state,
           to_state, effective_on, actor_type, actor_id, acting_role, channel)
         select id, unit_id, $2, $3, $4, $5, 'person', 'x', 'x', 'web' from app.direct_applicant where id = $1`,
        [id, command, from, to, on],
      );
    }
  }

  it('holds somebody since nobody invited them, and a correction is no new start', async () => {
    await acts(['record', null, 'to-assign', '2026-10-01']);
    await acts(['correct', 'to-assign', 'to-assign', '2026-10-20']);
    expect(await tray('2026-09-30')).toEqual([]);
    expect(await tray('2026-10-15')).toEqual(['tray-fresh 1']);
    expect(await tray('2026-10-16')).toEqual(['tray-late 1']);
    expect(await tray('2026-10-25')).toEqual(['tray-late 1']);
  });

  it('holds who is given back, though the mission locale learnt it before it was chosen', async () => {
    await acts(['assign', 'to-assign', 'announced', '2026-11-10']);
    expect(await tray('2026-11-10')).toEqual([]);
    await acts(['declare-elsewhere', 'announced', 'to-assign', '2026-11-03']);
    expect(await tray('2026-11-12')).toEqual(['tray-fresh 1']);
  });

  it('forgets at every date what the unit recorded by mistake, and not who was forgotten after six months', async () => {
    await change('direct_applicant', `update app.direct_applicant set state = 'withdrawn'`);
    await acts(['forget', 'to-assign', 'withdrawn', '2027-05-01']);
    expect(await tray('2026-11-12')).toEqual(['tray-fresh 1']);
    expect(await tray('2027-05-01')).toEqual([]);
    await change(
      'direct_applicant_transition',
      `update app.direct_applicant_transition set command = 'withdraw' where command = 'forget'`,
    );
    expect(await tray('2026-11-12')).toEqual([]);
  });
});
