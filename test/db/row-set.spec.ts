import fc from 'fast-check';
import { DataSource } from 'typeorm';
import {
  buildDataSource,
  currentManager,
  insertRows,
  queryBySet,
  TypeOrmUnitOfWork,
  updateRows,
} from '../../src/platform/database/index.js';
import { machineOf } from './support/actors.js';
import { createWorld, type World } from './support/world.js';

// Few rows travel as JSON, many by COPY: what arrives must not depend on how many they are.

const COLUMNS = {
  id: 'int',
  label: 'text',
  day: 'date',
  flag: 'boolean',
  names: 'text[]',
  facts: 'jsonb',
  sealed: 'bytea',
} as const;
const MANY = 600;

let world: World;
let dataSource: DataSource;
let unitOfWork: TypeOrmUnitOfWork;

beforeAll(async () => {
  world = await createWorld();
  dataSource = buildDataSource({ url: world.database.appUrl, poolSize: 2, entities: [] });
  await dataSource.initialize();
  unitOfWork = new TypeOrmUnitOfWork(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await world.close();
});

/** Runs `work` with an empty table `kept` of its own. */
function withTable<T>(work: () => Promise<T>): Promise<T> {
  return unitOfWork.run(machineOf(world.units[0], 'unit'), async () => {
    const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
    await currentManager().query(`create temp table kept (${columns.join(', ')})`);
    const result = await work();
    await currentManager().query('drop table kept');
    return result;
  });
}

const read = (): Promise<unknown[]> =>
  currentManager().query('select * from kept where id >= 0 order by id');

/** Rows nobody reads, that make a set a large one. */
const others = Array.from({ length: MANY }, (_, at) => ({ id: -1 - at, label: 'x' }));

const special = fc.constantFrom('\\', '\t', '\n', '\r', '"', '{', ',', 'N', '\\N');
const text = fc
  .array(fc.oneof(special, fc.string({ unit: 'binary', maxLength: 2 })))
  .map((parts) => parts.join('').replaceAll('\0', ''));
const row = fc.record({
  label: fc.option(text),
  day: fc.constantFrom(null, '2026-02-28', '2024-02-29'),
  flag: fc.option(fc.boolean()),
  names: fc.option(fc.array(text, { maxLength: 3 })),
  facts: fc.option(fc.record({ said: text })),
  sealed: fc.constantFrom(null, '\\x00ff5c0a'),
});

describe('A set of rows', () => {
  it('arrives by COPY as it does by JSON, whatever its texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (given) => {
        const rows = given.map((one, id) => ({ id, ...one }));
        const [few, many] = await withTable(async () => {
          await insertRows('kept', COLUMNS, rows);
          const byJson = await read();
          await currentManager().query('truncate kept');
          await insertRows('kept', COLUMNS, [...rows, ...others]);
          return [byJson, await read()];
        });
        expect(many).toEqual(few);
        expect(few).toHaveLength(rows.length);
      }),
      { numRuns: 60 },
    );
  });

  it('arrives whole when every row says the same', async () => {
    await fc.assert(
      fc.asyncProperty(row, fc.boolean(), async (given, isNumbered) => {
        const all = Array.from({ length: MANY }, (_, at) => ({
          id: isNumbered ? at : 0,
          ...given,
        }));
        const [few, many] = await withTable(async () => {
          await insertRows('kept', COLUMNS, all.slice(0, 2));
          const byJson = await read();
          await currentManager().query('truncate kept');
          await insertRows('kept', COLUMNS, all);
          return [byJson, await read()];
        });
        expect(many).toHaveLength(MANY);
        expect(many?.slice(0, 2)).toEqual(few);
        expect(many?.at(-1)).toEqual({ ...Object(few?.at(-1)), id: all.at(-1)?.id });
      }),
      { numRuns: 20 },
    );
  });

  it('finds, and writes over, what it names, many as few', async () => {
    const numbers = Array.from({ length: 12_000 }, (_, id) => ({ id, label: `n${id}` }));
    const [written, found] = await withTable(async () => {
      await insertRows('kept', COLUMNS, numbers);
      const changes = numbers.map(({ id }) => ({ id, label: 'changed' }));
      const count = await updateRows('kept', { id: 'int' }, { label: 'text' }, changes);
      const rows = await queryBySet<{ label: string }>(
        (set) => `select k.label from ${set} join kept k on k.id = r.id`,
        { id: 'int' },
        [...numbers, { id: 99_999 }],
      );
      return [count, rows] as const;
    });
    expect(written).toBe(12_000);
    expect(found).toHaveLength(12_000);
    expect(new Set(found.map(({ label }) => label))).toEqual(new Set(['changed']));
  });

  it('serves both lenses of one transaction', async () => {
    const rows = [{ id: 1 }, ...others];
    const actor = machineOf(world.units[0], 'unit');
    const same = (set: string) => `select r.id from ${set} where r.id > 0`;
    const found = await unitOfWork.run(actor, async () => {
      const own = await queryBySet(same, COLUMNS, rows);
      const behind = await unitOfWork.run(actor, () => queryBySet(same, COLUMNS, rows), {
        lens: 'medical',
      });
      return [own, behind, await queryBySet(same, COLUMNS, rows)];
    });
    expect(found).toEqual([[{ id: 1 }], [{ id: 1 }], [{ id: 1 }]]);
  });

  it('leaves the connection fit for the next query when a value does not fit its column', async () => {
    const run = withTable(() =>
      insertRows('kept', COLUMNS, [...others, { id: 1, day: '2026-02-31' }]),
    );
    await expect(run).rejects.toThrow(/2026-02-31/);
    expect(await withTable(read)).toEqual([]);
  });
});
