// All tests: builds what they start, runs Jest, then says in its last line
// `N passed, N failed, N skipped`. Arguments go to Jest: npm test -- test/http
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const INTERRUPTED = 130;
/** From the result to the end of Jest; the servers of the tests stop in this time. */
const PATIENCE_MS = 30_000;
const SLOW_SECONDS = 60;
const SLOWEST = 12;

function build() {
  const script = path.join(root, 'scripts', 'build-if-needed.mjs');
  return spawnSync(process.execPath, [script], { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Runs Jest to its end; its report goes to the terminal, its result to the file. */
function runJest(resultFile) {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const asked = process.argv.slice(2);
  // The browser tests need a Chromium: `npm run test:browser` asks for them.
  const projects = asked.includes('--selectProjects')
    ? []
    : ['--selectProjects', 'unit', 'service'];
  const options = [...asked, ...projects, '--ci', '--json', `--outputFile=${resultFile}`];
  const child = spawn(process.execPath, [jest, ...options], {
    cwd: root,
    // Jest also prints the result as JSON on the standard output: the report is on the other.
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  // Ctrl-C reaches Jest by itself; a signal sent to this process alone does not.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const watch = endWhenItStaysOpen(child, resultFile);
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => {
      clearInterval(watch);
      resolve(code ?? (readResult(resultFile)?.success ? 0 : INTERRUPTED));
    });
  });
}

/** A timer that a test left behind keeps Jest alive after its result: nobody should wait for it. */
function endWhenItStaysOpen(child, resultFile) {
  let doneAt;
  return setInterval(() => {
    if (doneAt === undefined && existsSync(resultFile)) doneAt = Date.now();
    if (doneAt === undefined || Date.now() - doneAt < PATIENCE_MS) return;
    print('Jest was ended by force: a test left something open (see --detectOpenHandles).');
    child.kill('SIGKILL');
  }, 1000);
}

/** The result of Jest; nothing when it did not come to its end. */
function readResult(resultFile) {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Counts of a run; what Jest could not even start counts as failed. */
function totals(result, status) {
  if (result === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function printSkips(result) {
  const skips = (result?.testResults ?? []).flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'pending' || status === 'todo')
      .map(({ fullName }) => `  ${path.relative(root, file.name)}: ${fullName}`),
  );
  if (skips.length > 0) print(['Skipped, each with its reason:', ...skips, ''].join('\n'));
}

function printBrokenFiles(result) {
  for (const file of result?.testResults ?? []) {
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      print(`Could not run: ${path.relative(root, file.name)}`);
    }
  }
}

/** Where the time of a long run goes: it must end within the hour. */
function printSlowest(result) {
  const seconds = (result?.testResults ?? [])
    .map(({ name, startTime, endTime }) => [
      path.relative(root, name),
      (endTime - startTime) / 1000,
    ])
    .filter(([, took]) => took >= SLOW_SECONDS)
    .toSorted(([, one], [, other]) => other - one);
  if (seconds.length === 0) return;
  const lines = seconds.slice(0, SLOWEST).map(([name, took]) => `  ${Math.round(took)} s ${name}`);
  print(['The files that took longest:', ...lines, ''].join('\n'));
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

async function main() {
  if (!build()) {
    print('0 passed, 1 failed, 0 skipped');
    return 1;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-jest-'));
  const resultFile = path.join(folder, 'result.json');
  const status = await runJest(resultFile);
  const result = readResult(resultFile);
  rmSync(folder, { recursive: true, force: true });
  const { passed, failed, skipped } = totals(result, status);
  printBrokenFiles(result);
  printSkips(result);
  printSlowest(result);
  print(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return status !== 0 ? status : Number(failed > 0);
}

process.exitCode = await main();
