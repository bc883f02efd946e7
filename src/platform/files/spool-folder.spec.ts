import {
  link,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyOrdinary } from './ordinary-file.js';
import { SpoolFolder } from './spool-folder.js';
import { writeWhole } from './whole-file.js';

let root: string;
let spool: SpoolFolder;
const OWNER = 'RSMA-RE';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'spool-'));
  spool = new SpoolFolder(path.join(root, 'spool'));
  await spool.prepare(OWNER);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const arrival = (name: string) => path.join(root, 'spool', OWNER, 'entree', name);
const keyOf = (name: string) => Buffer.from(name).toString('hex');

async function* textOf(...pieces: string[]): AsyncGenerator<string> {
  yield* pieces;
}

describe('A folder others write to', () => {
  it('belongs to those who have a folder in it, and to nobody by a link or a file', async () => {
    await symlink(root, path.join(root, 'spool', 'LIEN'));
    await writeFile(path.join(root, 'spool', 'FICHIER'), '');

    expect(await spool.owners()).toEqual([OWNER]);
    expect(await spool.has('LIEN')).toBe(false);
  });

  it('shows what lies in it without following anything', async () => {
    await writeFile(arrival('a.csv'), 'a');
    await symlink('/etc/passwd', arrival('b.csv'));
    await mkdir(arrival('c.csv'));
    await writeFile(path.join(root, 'elsewhere'), 'd');
    await link(path.join(root, 'elsewhere'), arrival('d.csv'));

    const seen = (await spool.arrivals(OWNER)).map(({ name, kind }) => `${name} ${kind}`);

    expect(seen.toSorted()).toEqual([
      'a.csv ordinary',
      'b.csv other',
      'c.csv other',
      'd.csv linked',
    ]);
  });

  it('is nobody’s way out when its entree is a link', async () => {
    await rm(path.dirname(arrival('x')), { recursive: true });
    await symlink('/etc', path.dirname(arrival('x')));

    expect(await spool.arrivals(OWNER)).toEqual([]);
  });

  it('takes single names only', async () => {
    await expect(spool.sweep(OWNER, keyOf('../sortie'))).rejects.toThrow('one name');
    await expect(spool.sweep(OWNER, '')).rejects.toThrow('one name');
  });
});

describe('What was taken out', () => {
  it('goes to one of those who want it', async () => {
    await writeFile(arrival('x.csv'), 'data');
    await writeFile(arrival('x.manifeste.json'), 'manifest');
    const keys = { data: keyOf('x.csv'), manifest: keyOf('x.manifeste.json') };

    const claims = await Promise.all([1, 2, 3].map(() => spool.take(OWNER, keys)));

    const [mine, ...others] = claims.filter((claim) => claim !== null);
    expect(others).toEqual([]);
    expect(await mine?.copy('data', 100)).toBe('copied');
    expect(await readFile(mine?.copyOf('data') ?? '', 'utf8')).toBe('data');
    expect(await mine?.copy('manifest', 100)).toBe('copied');
    await mine?.release();
    expect(await readdir(path.join(root, 'spool', '.travail', OWNER))).toEqual([]);
  });

  it('does not change for those who still hold it open', async () => {
    await writeFile(arrival('x.csv'), 'first');
    const held = await open(arrival('x.csv'), 'r+');
    const claim = await spool.take(OWNER, { data: keyOf('x.csv'), manifest: null });
    await claim?.copy('data', 100);

    await held.write('other', 0);
    await held.close();

    expect(await readFile(claim?.copyOf('data') ?? '', 'utf8')).toBe('first');
    await claim?.abandon();
  });

  it('is found again after its process died, half taken or not', async () => {
    const keys = { data: keyOf('x.csv'), manifest: keyOf('x.manifeste.json') };
    await writeFile(arrival('x.csv'), 'data');
    await writeFile(arrival('x.manifeste.json'), 'manifest');
    await spool.take(OWNER, keys);
    await backToArrivals('data', 'x.csv');

    expect(await spool.resume(OWNER, 60_000)).toEqual([]);
    const [claim] = await spool.resume(OWNER, -1);

    expect(claim?.attempts).toBe(2);
    expect(claim?.nameOf('data')).toBe('x.csv');
    expect(await claim?.copy('data', 100)).toBe('copied');
    expect(await claim?.copy('manifest', 100)).toBe('copied');
    await claim?.release();
    expect(await spool.resume(OWNER, -1)).toEqual([]);
  });

  it('counts the processes that died over it, not those that let it go', async () => {
    const keys = { data: keyOf('x.csv'), manifest: null };
    await writeFile(arrival('x.csv'), 'data');
    const attempts: (number | undefined)[] = [];
    await (await spool.take(OWNER, keys))?.abandon();
    for (const isLetGo of [true, true, false, true]) {
      const [claim] = await spool.resume(OWNER, -1);
      attempts.push(claim?.attempts);
      if (isLetGo) await claim?.abandon();
    }

    expect(attempts).toEqual([1, 1, 1, 2]);
    const [last] = await spool.resume(OWNER, -1);
    await last?.release();
    await last?.abandon();
    expect(await spool.resume(OWNER, -1)).toEqual([]);
  });

  it('is refused when it is too large or no file of its own', async () => {
    await writeFile(arrival('x.csv'), '0123456789');
    await symlink('/etc/passwd', arrival('y.csv'));
    const large = await spool.take(OWNER, { data: keyOf('x.csv'), manifest: null });
    const linked = await spool.take(OWNER, { data: keyOf('y.csv'), manifest: null });

    expect(await large?.copy('data', 9)).toBe('too-large');
    expect(await linked?.copy('data', 9)).toBe('not-ordinary');
    expect(await linked?.copy('manifest', 9)).toBe('absent');
    await large?.release();
    await linked?.release();
  });
});

describe('A file with two names', () => {
  it('is not read', async () => {
    await writeFile(path.join(root, 'one'), 'x');
    await link(path.join(root, 'one'), path.join(root, 'two'));

    expect(await copyOrdinary(path.join(root, 'one'), path.join(root, 'copy'), 9)).toBe(
      'not-ordinary',
    );
  });
});

describe('A file for an owner', () => {
  it('replaces the former one, and a link instead of following it', async () => {
    await writeFile(path.join(root, 'target'), 'untouched');
    await symlink(path.join(root, 'target'), path.join(root, 'report.json'));

    await writeWhole(root, 'report.json', textOf('new', ' one'));

    expect(await readFile(path.join(root, 'report.json'), 'utf8')).toBe('new one');
    expect(await readFile(path.join(root, 'target'), 'utf8')).toBe('untouched');
  });

  it('leaves nothing when it could not be made', async () => {
    const broken = async function* () {
      yield 'half';
      throw new Error('no more');
    };

    await expect(writeWhole(root, 'x.csv', broken())).rejects.toThrow('no more');
    expect((await readdir(root)).filter((name) => name !== 'spool')).toEqual([]);
  });
});

/** As if the process had died between its two moves. */
async function backToArrivals(part: string, name: string): Promise<void> {
  const claims = path.join(root, 'spool', '.travail', OWNER);
  const [folder = ''] = await readdir(claims);
  await rename(path.join(claims, folder, part), arrival(name));
}
