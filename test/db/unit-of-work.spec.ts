import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import {
  afterCommit,
  buildDataSource,
  currentManager,
  currentScope,
  TypeOrmUnitOfWork,
} from '../../src/platform/database/index.js';
import { machineOf, SERVICE } from './support/actors.js';
import { createWorld, type World } from './support/world.js';

let world: World;
let dataSource: DataSource;
let unitOfWork: TypeOrmUnitOfWork;

beforeAll(async () => {
  world = await createWorld();
  dataSource = buildDataSource({ url: world.database.appUrl, poolSize: 4, entities: [] });
  await dataSource.initialize();
  unitOfWork = new TypeOrmUnitOfWork(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await world.close();
});

const ml = () => machineOf(world.missionLocales[0], 'mission-locale');
const unit = () => machineOf(world.units[0], 'unit');

async function one<T>(sql: string, values?: unknown[]): Promise<T | undefined> {
  const rows: T[] = await currentManager().query(sql, values);
  return rows[0];
}

async function transactionId(): Promise<string | undefined> {
  return (await one<{ id: string }>('select txid_current()::text as id'))?.id;
}

async function present(): Promise<{ role: string; org: string } | undefined> {
  return one(`select current_user as role, current_setting('app.org', true) as org`);
}

/** Leaves a mark in the outbox, the only trace the owner looks for. */
async function mark(): Promise<string> {
  const id = randomUUID();
  await currentManager().query(
    `insert into app.outbox_message (id, name, organisation_id, subject_id, payload, correlation_id)
     values ($1, 'n', $2, 's', '{}', 'c')`,
    [id, currentScope().organisationId],
  );
  return id;
}

async function isKept(id: string): Promise<boolean> {
  const sql = 'select from app.outbox_message where id = $1';
  return (await world.database.owner.query(sql, [id])).rowCount === 1;
}

describe('A unit of work', () => {
  it('keeps what was done when the work ends', async () => {
    expect(await isKept(await unitOfWork.run(ml(), mark))).toBe(true);
  });

  it('keeps nothing when the work throws, and throws the same', async () => {
    let id = '';
    const failed = new Error('refused');
    const run = unitOfWork.run(ml(), async () => {
      id = await mark();
      throw failed;
    });
    await expect(run).rejects.toBe(failed);
    expect(await isKept(id)).toBe(false);
  });

  it.each([
    ['a mission locale', 'passerelle_mission_locale', ml],
    ['a unit', 'passerelle_unit', unit],
    ['a national body', 'passerelle_national', () => machineOf(world.national, 'national')],
    ['the service', 'passerelle_technical', () => SERVICE],
  ] as const)('of %s runs as %s', async (_who, role, actor) => {
    const { organisation } = actor();
    expect(await unitOfWork.run(actor(), present)).toEqual({ role, org: organisation?.id ?? '' });
  });

  it('asked for within another of the same scope is the same transaction', async () => {
    const [outer, inner] = await unitOfWork.run(ml(), async () => [
      await transactionId(),
      await unitOfWork.run(ml(), transactionId),
    ]);
    expect(inner).toBe(outer);
  });

  it('that fails within another takes the whole transaction with it', async () => {
    let first = '';
    const run = unitOfWork.run(ml(), async () => {
      first = await mark();
      await unitOfWork.run(ml(), async () => {
        throw new Error('inner');
      });
    });
    await expect(run).rejects.toThrow('inner');
    expect(await isKept(first)).toBe(false);
  });

  it('of another organisation is refused within one, and the first may go on', async () => {
    const actors = [
      machineOf(world.missionLocales[1], 'mission-locale'),
      machineOf(world.units[0], 'unit'),
      SERVICE,
    ];
    await unitOfWork.run(ml(), async () => {
      for (const actor of actors) {
        await expect(unitOfWork.run(actor, present)).rejects.toThrow('cannot open');
      }
      expect(await present()).toEqual({
        role: 'passerelle_mission_locale',
        org: world.missionLocales[0],
      });
    });
  });

  it('is the only way to a table', async () => {
    expect(() => currentManager()).toThrow('no unit of work');
    expect(() => currentScope()).toThrow('no unit of work');
    expect(() => afterCommit(() => undefined)).toThrow('no unit of work');
    await expect(dataSource.query('select from app.referral')).rejects.toThrow('permission denied');
  });
});

describe('The lens of a unit of work', () => {
  const medical = { lens: 'medical' } as const;

  it('changes what is seen for the time of the work, in the same transaction', async () => {
    const count = () => one('select count(*)::int as n from app.medical_conclusion');
    await unitOfWork.run(unit(), async () => {
      const id = await transactionId();
      const inner = await unitOfWork.run(
        unit(),
        async () => [await transactionId(), await present(), await count()],
        medical,
      );
      const [org] = world.units;
      expect(inner).toEqual([id, { role: 'passerelle_medical', org }, { n: 2 }]);
      expect(await present()).toEqual({ role: 'passerelle_unit', org });
    });
  });

  it('is not that of the work around it, which may not read conclusions', async () => {
    const read = () => one('select from app.medical_conclusion');
    await expect(unitOfWork.run(unit(), read)).rejects.toThrow('permission denied');
  });

  // The refusal is caught, the transaction lives on: it must look through its own lens again.
  it('is put back when the work is refused', async () => {
    await unitOfWork.run(unit(), async () => {
      const refused = async () => {
        throw new Error('refused');
      };
      await expect(unitOfWork.run(unit(), refused, medical)).rejects.toThrow('refused');
      expect((await present())?.role).toBe('passerelle_unit');
    });
  });

  it('needs an organisation to look from', async () => {
    await expect(unitOfWork.run(SERVICE, present, medical)).rejects.toThrow(
      'needs an organisation',
    );
  });
});

describe('A unit of work that meets another', () => {
  const failOnce = async (attempts: { count: number }, state: string) => {
    attempts.count += 1;
    if (attempts.count === 1) {
      await currentManager().query(`do $$ begin raise sqlstate '${state}'; end $$`);
    }
    return mark();
  };

  it.each(['40001', '40P01'])('is tried again after %s, from nothing', async (state) => {
    const attempts = { count: 0 };
    const effects: string[] = [];
    const id = await unitOfWork.run(ml(), async () => {
      const before = await mark();
      afterCommit(() => effects.push(before));
      await failOnce(attempts, state);
      return before;
    });
    expect([attempts.count, effects]).toEqual([2, [id]]);
    expect(await isKept(id)).toBe(true);
  });

  it('is given up after four times', async () => {
    let count = 0;
    const run = unitOfWork.run(ml(), async () => {
      count += 1;
      await currentManager().query(`do $$ begin raise sqlstate '40001'; end $$`);
    });
    await expect(run).rejects.toMatchObject({ driverError: { code: '40001' } });
    expect(count).toBe(4);
  });

  it('is not tried again for another reason', async () => {
    let count = 0;
    const run = unitOfWork.run(ml(), async () => {
      count += 1;
      await currentManager().query(`do $$ begin raise sqlstate '23505'; end $$`);
    });
    await expect(run).rejects.toMatchObject({ driverError: { code: '23505' } });
    expect(count).toBe(1);
  });

  it('ends well on both sides of a real deadlock', async () => {
    const rows = world.cases.slice(0, 2).map(({ referralId }) => referralId);
    const touch = (id: string | undefined) =>
      currentManager().query('update app.referral set updated_at = now() where id = $1', [id]);
    let waiting = 0;
    let meet: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (meet = resolve));
    const cross = (first: string | undefined, second: string | undefined) =>
      unitOfWork.run(ml(), async () => {
        await touch(first);
        if ((waiting += 1) === 2) meet();
        await both;
        await touch(second);
        return waiting;
      });
    await Promise.all([cross(rows[0], rows[1]), cross(rows[1], rows[0])]);
    expect(waiting).toBe(3);
  });
});

describe('What follows a unit of work', () => {
  it('happens in order, once it is kept', async () => {
    const effects: string[] = [];
    await unitOfWork.run(ml(), async () => {
      afterCommit(() => effects.push('first'));
      await unitOfWork.run(ml(), async () => afterCommit(() => effects.push('second')));
      expect(effects).toEqual([]);
    });
    expect(effects).toEqual(['first', 'second']);
  });

  it('does not happen when it is lost', async () => {
    const effects: string[] = [];
    const run = unitOfWork.run(ml(), async () => {
      afterCommit(() => effects.push('never'));
      throw new Error('lost');
    });
    await expect(run).rejects.toThrow('lost');
    expect(effects).toEqual([]);
  });

  it('does not happen when the commit itself is refused', async () => {
    const effects: string[] = [];
    const { owner } = world.database;
    await owner.query(`alter table app.exchange_transition alter constraint
      exchange_transition_file deferrable initially deferred`);
    const run = unitOfWork.run(ml(), async () => {
      afterCommit(() => effects.push('never'));
      await currentManager().query(
        `insert into app.exchange_transition (org_id, file_id, to_step)
         values ($1, gen_random_uuid(), 'x')`,
        [world.missionLocales[0]],
      );
    });
    await expect(run).rejects.toThrow('exchange_transition_file');
    expect(effects).toEqual([]);
  });
});
