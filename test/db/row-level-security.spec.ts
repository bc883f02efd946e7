import { OWNER_ROLE, SCOPE_ROLES, type ScopeRole } from '../../src/platform/database/index.js';
import { allTables, UNPROTECTED } from './support/catalogue.js';
import { createWorld, type World } from './support/world.js';

// The facts of trust.md 2 on our own schema. The number of each fact stands in the title.

const DENIED = '42501';
const ML: ScopeRole = 'passerelle_mission_locale';
const UNIT: ScopeRole = 'passerelle_unit';

let world: World;
let guarded: string[];
beforeAll(async () => {
  world = await createWorld();
  const tables = await allTables(world.database.owner);
  guarded = tables.filter((table) => !(table in UNPROTECTED));
});
afterAll(() => world.close());

async function total(table: string): Promise<number> {
  const { rows } = await world.database.owner.query<{ n: string }>(
    `select count(*) as n from app.${table}`,
  );
  return Number(rows[0]?.n);
}

/** How many rows a role sees; a denied table shows none. */
async function seen(role: ScopeRole, organisationId: string | null, table: string) {
  const sql = `select count(*)::int as n from app.${table}`;
  const refusal = await world.app.refusal(role, organisationId, sql);
  if (refusal === DENIED) return 0;
  const [row] = await world.app.rows(role, organisationId, sql);
  return row?.['n'];
}

describe('Without a scope', () => {
  it('every protected table holds rows, so that seeing none means something', async () => {
    for (const table of guarded) expect([table, await total(table)]).not.toEqual([table, 0]);
  });

  it('V1: the owner itself sees nothing, because the policies are forced on it', async () => {
    const { owner } = world.database;
    await owner.query(`set role ${OWNER_ROLE}`);
    for (const table of guarded) {
      const { rows } = await owner.query(`select count(*)::int as n from app.${table}`);
      expect([table, rows[0]]).toEqual([table, { n: 0 }]);
    }
    await owner.query('reset role');
  });

  it('the login role, which inherits nothing, may not even ask', async () => {
    for (const table of guarded) {
      await expect(world.app.client.query(`select from app.${table}`)).rejects.toMatchObject({
        code: DENIED,
      });
    }
  });

  it.each(SCOPE_ROLES.slice(0, 4))('V2: %s without an organisation sees no row', async (role) => {
    for (const table of guarded) {
      expect([table, await seen(role, null, table)]).toEqual([table, 0]);
    }
  });

  it('the technical role sees the ledger and the outbox, and no young person', async () => {
    const visible: string[] = [];
    for (const table of guarded) {
      if (await seen('passerelle_technical', null, table)) visible.push(table);
    }
    const expected = [
      ...['delivery_part', 'exchange_act', 'exchange_file', 'exchange_notice', 'exchange_slot'],
      ...['idempotency_key', 'identity_review', 'mailbox_content', 'mailbox_file'],
      'outbox_message',
    ];
    expect(visible).toEqual(expected);
  });

  it('the technical role purges kept answers without reading them', async () => {
    const answers = 'select body from app.idempotency_key';
    expect(await world.app.refusal('passerelle_technical', null, answers)).toBe(DENIED);
  });

  it('V5: a connection used before is as closed as a new one, and raises no error', async () => {
    const [ml] = world.missionLocales;
    expect(await seen(ML, ml, 'referral')).toBe(2);
    const { rows } = await world.app.client.query(
      `select current_setting('app.org', true) as org, current_user = session_user as itself`,
    );
    expect(rows).toEqual([{ org: '', itself: true }]);
    expect(await seen(ML, null, 'referral')).toBe(0);
  });

  it('V6: a setting made outside a transaction opens nothing', async () => {
    const [ml] = world.missionLocales;
    await world.app.client.query(`select set_config('app.org', $1, true)`, [ml]);
    expect(await seen(ML, null, 'referral')).toBe(0);
  });
});

describe('A scope', () => {
  it('shows a mission locale its own rows, of every table', async () => {
    const [a, b, c] = world.missionLocales;
    const counts = async (table: string) => [
      await seen(ML, a, table),
      await seen(ML, b, table),
      await seen(ML, c, table),
    ];
    expect(await counts('referral')).toEqual([2, 1, 1]);
    expect(await counts('referral_transition')).toEqual([2, 1, 1]);
    expect(await counts('young_person')).toEqual([2, 1, 1]);
    expect(await counts('person_correction')).toEqual([1, 0, 0]);
    expect(await counts('person_share')).toEqual([2, 1, 0]);
    expect(await counts('candidacy')).toEqual([2, 1, 0]);
    expect(await counts('candidacy_transition')).toEqual([2, 1, 0]);
    expect(await counts('medical_conclusion')).toEqual([0, 0, 0]);
    expect(await counts('audit_event')).toEqual([0, 0, 0]);
  });

  it('shows a unit what was sent to it and its own, never a draft', async () => {
    const [x, y] = world.units;
    const counts = async (table: string) => [
      await seen(UNIT, x, table),
      await seen(UNIT, y, table),
    ];
    expect(await counts('referral')).toEqual([2, 1]);
    expect(await counts('young_person')).toEqual([3, 1]);
    expect(await counts('person_share')).toEqual([3, 1]);
    expect(await counts('candidacy')).toEqual([3, 1]);
    expect(await counts('candidacy_transition')).toEqual([3, 1]);
    expect(await counts('medical_conclusion')).toEqual([0, 0]);
  });

  it('shows partners one row each of the ledger', async () => {
    const ledger = guarded.filter((table) => /^(exchange|mailbox|delivery|identity)_/.test(table));
    expect(ledger).toHaveLength(15);
    for (const table of ledger) {
      for (const id of world.missionLocales) expect(await seen(ML, id, table)).toBe(1);
      for (const id of world.units) expect(await seen(UNIT, id, table)).toBe(1);
    }
  });

  it('shows a national body nobody', async () => {
    for (const table of guarded.filter((name) => name !== 'return_silence')) {
      expect([table, await seen('passerelle_national', world.national, table)]).toEqual([table, 0]);
    }
  });

  it('shows a national body the figures of every mission locale, a regional one those of its own', async () => {
    const silences = () => seen('passerelle_national', world.national, 'return_silence');
    const { owner } = world.database;
    const seatedIn = (department: string | null, id: string | null) =>
      owner.query('update app.organisation set department = $1 where id = $2', [department, id]);
    const [a, b, c] = world.missionLocales;
    for (const [department, id] of [
      ['974', a],
      ['976', b],
      ['57', c],
    ] as const) {
      await seatedIn(department, id);
    }
    expect(await silences()).toBe(3);
    await seatedIn('974', world.national);
    expect(await silences()).toBe(1);
    await seatedIn('51', world.national);
    expect(await silences()).toBe(1);
    await seatedIn(null, world.national);
    for (const id of world.missionLocales) {
      expect(await seen(ML, id, 'return_silence')).toBe(1);
      await seatedIn(null, id);
    }
  });

  it('shows the medical lens conclusions of both sides, and nothing else about people', async () => {
    const [x] = world.units;
    const [, b] = world.missionLocales;
    const visible: string[] = [];
    for (const table of guarded)
      if (await seen('passerelle_medical', x, table)) visible.push(table);
    expect(visible).toEqual(['medical_conclusion']);
    expect(await seen('passerelle_medical', x, 'medical_conclusion')).toBe(2);
    expect(await seen('passerelle_medical', b, 'medical_conclusion')).toBe(1);
  });

  it('is ended for a person the day after a share ends', async () => {
    const [a] = world.missionLocales;
    const [, y] = world.units;
    const personId = await world.rows.person(a);
    await world.rows.share(a, personId, y, '2026-01-02');
    const sql = 'select from app.young_person where id = $1';
    expect(await world.app.rows(UNIT, y, sql, [personId])).toEqual([]);
    await world.database.owner.query(
      `update app.person_share set valid_to = current_date
      where person_id = $1`,
      [personId],
    );
    expect(await world.app.rows(UNIT, y, sql, [personId])).toHaveLength(1);
    await world.database.owner.query('delete from app.person_share where person_id = $1', [
      personId,
    ]);
    await world.database.owner.query('delete from app.young_person where id = $1', [personId]);
  });

  it('V15: a prepared statement used for two organisations answers each its own', async () => {
    const statement = { name: 'mine', text: 'select ml_id from app.referral' };
    const [a, b] = world.missionLocales;
    for (const [id, expected] of [
      [a, 2],
      [b, 1],
      [a, 2],
      [null, 0],
    ] as const) {
      const rows = await world.app.as(ML, id, async () => {
        const answer = await world.app.client.query<{ ml_id: string }>(statement);
        return answer.rows.map((row) => row.ml_id);
      });
      expect(rows).toEqual(Array.from({ length: expected }, () => id));
    }
  });

  it('V16: a COPY gives the rows of the scope only', async () => {
    const copied = async (id: string) => {
      const answer = await world.app.as(ML, id, (query) => query('copy app.referral to stdout'));
      return answer.rowCount;
    };
    expect(await copied(world.missionLocales[0])).toBe(2);
    expect(await copied(world.missionLocales[1])).toBe(1);
  });

  it('V14: cannot be switched off, only refused', async () => {
    await world.app.client.query('set row_security = off');
    const sql = 'select from app.referral';
    expect(await world.app.refusal(ML, world.missionLocales[0], sql)).toBe(DENIED);
    await world.app.client.query('reset row_security');
  });
});
