import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/index.js';

describe('building before a start', () => {
  let folder: string;

  beforeEach(() => {
    folder = smallProject();
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('builds when dist is missing, and then no more', async () => {
    await build(folder);
    expect(read('dist/main.js')).toContain('first');
    const built = statSync(path.join(folder, 'dist/main.js')).ino;
    await build(folder);
    expect(statSync(path.join(folder, 'dist/main.js')).ino).toBe(built);
    expect(leftovers(folder)).toEqual([]);
  });

  it('builds again after a change, an addition or a removal', async () => {
    await build(folder);
    write('src/main.ts', "export const word = 'second';\n");
    write('src/more/other.ts', 'export const other = 1;\n');
    await build(folder);
    expect(read('dist/main.js')).toContain('second');
    expect(existsSync(path.join(folder, 'dist/more/other.js'))).toBe(true);
    rmSync(path.join(folder, 'src/more'), { recursive: true });
    await build(folder);
    expect(existsSync(path.join(folder, 'dist/more'))).toBe(false);
  });

  it('does not trust a dist it did not finish', async () => {
    write('dist/main.js', 'half');
    await build(folder);
    expect(read('dist/main.js')).toContain('first');
  });

  it('clears what a killed build left', async () => {
    write('.dist-999999999-00000000-out/main.js', 'half');
    await build(folder);
    expect(leftovers(folder)).toEqual([]);
  });

  it('is right when three start at once', async () => {
    await Promise.all([build(folder), build(folder), build(folder)]);
    expect(read('dist/main.js')).toContain('first');
    expect(leftovers(folder)).toEqual([]);
  });

  it('keeps the former build and fails when the sources do not compile', async () => {
    await build(folder);
    write('src/main.ts', 'export const = ;\n');
    await expect(build(folder)).rejects.toThrow(/La construction a échoué/);
    expect(read('dist/main.js')).toContain('first');
    expect(leftovers(folder)).toEqual([]);
  });

  function read(file: string): string {
    return readFileSync(path.join(folder, file), 'utf8');
  }

  function write(file: string, content: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
});

/** A project of one file with our settings, our script and our compiler. */
function smallProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-build-'));
  mkdirSync(path.join(folder, 'src'));
  mkdirSync(path.join(folder, 'scripts'));
  for (const file of ['nest-cli.json', '.swcrc', 'tsconfig.json', 'scripts/build-if-needed.mjs']) {
    copyFileSync(path.join(projectRoot(), file), path.join(folder, file));
  }
  writeFileSync(path.join(folder, 'package.json'), '{"name":"small","type":"module"}');
  writeFileSync(path.join(folder, 'src/main.ts'), "export const word: string = 'first';\n");
  symlinkSync(path.join(projectRoot(), 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

function build(folder: string): Promise<void> {
  const script = path.join(folder, 'scripts/build-if-needed.mjs');
  const child = spawn(process.execPath, [script, '--quiet'], { cwd: folder });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}

function leftovers(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.dist-'));
}
