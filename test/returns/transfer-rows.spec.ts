import { NOW } from './returning.js';
import { idOf, OTHER, OWN, STRANGER, Transferring } from './transferring.js';

// What of a proposal each side may read in the database itself, whatever a query forgets.

const TABLES = ['return_transfer', 'return_transfer_part', 'return_transfer_transition'] as const;

let among: Transferring;
beforeAll(async () => {
  among = await Transferring.start();
});
afterAll(() => among?.at.service.close());
beforeEach(() => among.at.clock.moveTo(NOW));

async function as<T>(role: string, code: string, sql: string, values: unknown[]): Promise<T[]> {
  const client = among.at.service.database.owner;
  const { id } = await among.at.organisation(code);
  await client.query('begin');
  try {
    await client.query(`set local role passerelle_${role}`);
    await client.query(`select set_config('app.org', $1, true)`, [id]);
    return (await client.query(sql, values)).rows;
  } finally {
    await client.query('rollback');
  }
}

const kindsSeenBy = async (code: string, transfer: string, role = 'mission_locale') => {
  const sql = 'select kind from app.return_transfer_part where transfer_id = $1 order by kind';
  const rows = await as<{ kind: string }>(role, code, sql, [idOf(transfer)]);
  return rows.map(({ kind }) => kind);
};

it('A third mission locale sees nothing of it, nor another unit', async () => {
  const { transfer } = await among.proposed();
  await among.answer(transfer, 'accept').expect(200);

  for (const table of TABLES) {
    const key = table === 'return_transfer' ? 'id' : 'transfer_id';
    const sql = `select 1 from app.${table} where ${key} = $1`;
    for (const [role, code] of [
      ['mission_locale', STRANGER],
      ['unit', 'RSMA-YT'],
    ] as const) {
      expect([table, await as(role, code, sql, [idOf(transfer)])]).toEqual([table, []]);
    }
    expect((await as('mission_locale', OWN, sql, [idOf(transfer)])).length).toBeGreaterThan(0);
  }
});

it('Who is asked reads who it is about while it decides, the rest once it accepted', async () => {
  const { transfer, address } = await among.proposed();

  expect(await kindsSeenBy(OTHER, transfer)).toEqual(['identity']);
  expect(await kindsSeenBy(OWN, transfer)).toEqual(['identity', 'person', 'service']);
  expect(await kindsSeenBy('RSMA-RE', transfer, 'unit')).toEqual(['service']);
  const episode = 'select 1 from app.return_episode where id = $1';
  expect(await as('mission_locale', OTHER, episode, [idOf(address)])).toEqual([]);
  await among.answer(transfer, 'accept').expect(200);
  expect(await kindsSeenBy(OTHER, transfer)).toEqual(['identity', 'person', 'service']);
  expect(await as('mission_locale', OTHER, episode, [idOf(address)])).toEqual([]);
});

it.each([
  ['refuse', OTHER, { reason: 'INCONNU' }],
  ['withdraw', OWN, {}],
])('After %s, whoever was asked reads no name any more', async (command, by, body) => {
  const { transfer } = await among.proposed();

  expect(await kindsSeenBy(OTHER, transfer)).toEqual(['identity']);
  await among.answer(transfer, command, by, body);
  expect(await kindsSeenBy(OTHER, transfer)).toEqual([]);
});

it('Nobody proposes in the name of another, nor accepts what it did not read', async () => {
  const { transfer, unitId, personId, address } = await among.proposed();
  const [other, stranger] = [
    (await among.at.organisation(OTHER)).id,
    (await among.at.organisation(STRANGER)).id,
  ];
  const insert = `insert into app.return_transfer (id, unit_id, ml_id, to_ml_id, episode_id,
    person_id, reason, state, ends_on, proposed_on, due_on)
    values (gen_random_uuid(), $1, $2, $3, $4, $5, 'DEMENAGEMENT', 'withdrawn', current_date,
      current_date, current_date)`;
  const values = [unitId, among.at.missionLocaleId, stranger, idOf(address), personId];
  const denied = /row-level security/;
  await expect(as('mission_locale', STRANGER, insert, values)).rejects.toThrow(denied);

  const move = 'update app.return_transfer set to_ml_id = $2 where id = $1';
  await expect(as('mission_locale', OWN, move, [idOf(transfer), stranger])).rejects.toThrow(
    /permission denied/,
  );
  const part = `insert into app.return_transfer_part (unit_id, transfer_id, kind, content)
    values ($2, $1, 'service', '{}')`;
  await expect(as('mission_locale', OTHER, part, [idOf(transfer), unitId])).rejects.toThrow(denied);
  const hand = `update app.return_transfer set successor_id = $2 where id = $1`;
  await expect(as('mission_locale', OTHER, hand, [idOf(transfer), other])).rejects.toThrow(
    /permission denied/,
  );
});
