import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CollectSpoolJob } from '../../src/exchanges/jobs/collect-spool.job.js';
import { DepositFile } from '../../src/exchanges/use-cases/deposit-file.js';
import { SpoolFolder } from '../../src/platform/files/index.js';
import type { Deposit } from './support/deposits.js';
import { SpoolTrial, UNIT } from './support/spool-trial.js';

/** More than a deposit may end its process. */
const MANY = 22;

let trial: SpoolTrial;
beforeAll(async () => {
  trial = await SpoolTrial.start();
  trial.delays.abandoned = 0;
});
// The rounds of the tests only: here a claim is left over at once, also one that is in hand.
beforeEach(() => {
  const rounds = trial.service.app.get(CollectSpoolJob, { strict: false });
  jest.spyOn(rounds, 'handle').mockResolvedValue();
});
afterAll(() => trial?.close());
afterEach(() => jest.restoreAllMocks());

const claims = () => readdir(path.join(trial.spool, '.travail', UNIT));
const aside = () => readdir(path.join(trial.spool, '.rebut', UNIT)).catch(() => []);

/** Takes a deposit out as a process that dies at once. */
async function dieOver(made: Deposit): Promise<void> {
  await trial.putBoth(made);
  await new SpoolFolder(trial.spool).take(UNIT, {
    data: Buffer.from(made.name).toString('hex'),
    manifest: Buffer.from(made.manifestName).toString('hex'),
  });
  expect(await readdir(trial.folder(UNIT, 'entree'))).toEqual([]);
}

async function madeOne(): Promise<Deposit> {
  return trial.notice(await trial.answer(1));
}

/** The door, which the tests keep from doing its work. */
const door = () => trial.service.app.get(DepositFile, { strict: false });

describe('A process that died', () => {
  it('loses nothing of what it had taken out', async () => {
    const made = await madeOne();
    await dieOver(made);
    await trial.collect();

    expect((await trial.receipt(made))['rows']).toBe(1);
  });
});

describe('A deposit that could not be recorded', () => {
  it('is taken up again later, and so is the one after it', async () => {
    const made = await madeOne();
    await dieOver(made);
    await trial.put(`${made.name}.autre`, 'x');
    await new SpoolFolder(trial.spool).take(UNIT, {
      data: Buffer.from(`${made.name}.autre`).toString('hex'),
      manifest: null,
    });
    expect(await claims()).toHaveLength(2);
    jest.spyOn(door(), 'execute').mockRejectedValueOnce(new Error('disk full'));
    const before = (await trial.documents()).length;

    await expect(trial.collect()).rejects.toThrow('disk full');
    expect(await claims()).toHaveLength(1);
    await trial.collect();

    expect(await claims()).toEqual([]);
    expect((await trial.receipt(made))['rows']).toBe(1);
    expect((await trial.documents()).length).toBeGreaterThanOrEqual(before + 2);
  });

  it('is never set aside because the service fails, however often', async () => {
    const made = await madeOne();
    await trial.putBoth(made);
    const broken = jest.spyOn(door(), 'execute').mockRejectedValue(new Error('disk full'));
    for (let round = 0; round < MANY; round += 1) {
      await expect(trial.collect()).rejects.toThrow('disk full');
    }
    broken.mockRestore();
    await trial.collect();

    expect((await trial.receipt(made))['rows']).toBe(1);
    expect(await aside()).toEqual([]);
  });

  it('keeps no new one waiting', async () => {
    const broken = await madeOne();
    const real = door().execute.bind(door());
    const fault = jest.spyOn(door(), 'execute').mockImplementation(async (deposit, actor) => {
      if (deposit.fileName === broken.name) throw new Error('a bug');
      return real(deposit, actor);
    });
    await dieOver(broken);
    await trial.put('autre.csv', 'x');
    await trial.put('autre.manifeste.json', '{}');

    await expect(trial.collect()).rejects.toThrow('a bug');
    expect(await readdir(trial.folder(UNIT, 'entree'))).toEqual([]);
    expect(await claims()).toHaveLength(1);
    fault.mockRestore();
    await trial.collect();
    expect((await trial.receipt(broken))['rows']).toBe(1);
  });
});

describe('A deposit over which process after process died', () => {
  it('is set aside, kept, and told to its emitter and to the operators without its name', async () => {
    const made = await madeOne();
    await dieOver(made);
    const [claim = ''] = await claims();
    const note = path.join(trial.spool, '.travail', UNIT, claim, 'note.json');
    const said = JSON.parse(await readFile(note, 'utf8'));
    await writeFile(note, JSON.stringify({ ...said, attempts: MANY }));

    await trial.collect();

    const [kept = ''] = await aside();
    const bytes = await readFile(path.join(trial.spool, '.rebut', UNIT, kept, 'data'));
    expect(bytes.equals(made.bytes)).toBe(true);
    const text = await trial.document('AVIS_', '_CONSERVES');
    expect(JSON.parse(text)).toMatchObject({
      conserves: 1,
      message: expect.stringMatching(/défaillance de son côté.*conserve/),
    });
    const lines = trial.service.logged().split('\n');
    const logged = lines.find((line) => line.includes('spool.deposits-set-aside')) ?? '{}';
    expect(JSON.parse(logged)).toMatchObject({ level: 'error', organisation: UNIT, count: 1 });
    expect(`${text} ${logged}`).not.toContain(made.name.slice(0, -4));
  });
});
