// Builds dist/ when it is missing, incomplete or does not come from the present sources.
// Usage: node scripts/build-if-needed.mjs [--quiet]
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const nestCli = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const isQuiet = process.argv.includes('--quiet');

/** Changes whenever a file of the sources or of the build's settings is added, removed or written. */
function fingerprint() {
  const hash = createHash('sha256');
  const settings = ['nest-cli.json', '.swcrc', 'tsconfig.json', 'package-lock.json'];
  for (const file of [
    ...settings.map((name) => path.join(root, name)),
    ...filesUnder(path.join(root, 'src')),
  ]) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found) hash.update(`${path.relative(root, file)}\t${found.size}\t${found.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The mark is written last, before the finished folder is put in place: no half build bears it. */
function isBuilt(wanted) {
  const mark = path.join(dist, '.built-from');
  return existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
}

/**
 * Compiles into a folder of its own, beside dist (the same depth: the source maps stay right), with
 * settings of its own: the CLI empties the folder it builds into, which another start may be using.
 */
function compile(folder) {
  const settings = path.join(folder, 'tsconfig.json');
  const output = path.join(root, path.basename(`${folder}-out`));
  mkdirSync(folder);
  const compilerOptions = { outDir: output, rootDir: path.join(root, 'src') };
  const content = {
    extends: path.join(root, 'tsconfig.json'),
    compilerOptions,
    include: [path.join(root, 'src')],
  };
  writeFileSync(settings, JSON.stringify(content));
  const built = spawnSync(
    process.execPath,
    [nestCli, 'build', '--path', path.relative(root, settings)],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const isComplete = built.status === 0 && existsSync(output);
  return isComplete ? { output } : { output, problem: `${built.stdout}${built.stderr}` };
}

/** Puts the finished build in place of dist; another process may do the same at this instant. */
function putInPlace(output, folder) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (existsSync(dist)) renameSync(dist, path.join(folder, `replaced-${attempt}`));
      renameSync(output, dist);
      return;
    } catch (error) {
      const isRace = ['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code) && existsSync(output);
      if (!isRace || attempt === 50) throw error;
    }
  }
}

function build(wanted) {
  const folder = path.join(root, `.dist-${process.pid}-${randomBytes(4).toString('hex')}`);
  const { output, problem } = compile(folder);
  try {
    if (problem !== undefined) throw new Error(problem);
    writeFileSync(path.join(output, '.built-from'), wanted);
    if (!isBuilt(wanted)) putInPlace(output, folder);
  } finally {
    rmSync(output, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Folders of builds that were killed: their process is gone. */
function removeAbandonedBuilds() {
  for (const entry of readdirSync(root)) {
    const pid = /^\.dist-(\d+)-/.exec(entry)?.[1];
    if (pid && !isAlive(Number(pid)))
      rmSync(path.join(root, entry), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function main() {
  if (!existsSync(path.join(root, 'src'))) return;
  const wanted = fingerprint();
  if (isBuilt(wanted)) return;
  if (!existsSync(nestCli)) {
    // A production image keeps what was built and not the compiler.
    if (existsSync(path.join(dist, 'main.js'))) return;
    throw new Error(
      'Le compilateur manque : lancez « npm ci » (sans --omit=dev), puis recommencez.',
    );
  }
  removeAbandonedBuilds();
  if (!isQuiet) process.stdout.write('Construction de Passerelle…\n');
  build(wanted);
}

try {
  main();
} catch (error) {
  process.stderr.write(`La construction a échoué :\n${error.message}\n`);
  process.exitCode = 1;
}
