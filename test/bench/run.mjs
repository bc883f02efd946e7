// Benchmarks: `npm run bench` runs all, `npm run bench -- NAME --rows N` one. One JSON object a line
// on the standard output (contract.md 1), words for a person on the standard error.
import { parseArgs } from 'node:util';
import { BENCHES } from './benches.mjs';
import { Stage } from './support/stage.mjs';
import { say } from './support/say.mjs';

const NAMES = BENCHES.map(({ name }) => name);

/** The benches asked for; throws with what to type instead. */
function chosen(names) {
  for (const name of names) {
    if (!NAMES.includes(name)) throw new Error(`mesure inconnue : ${name} (${NAMES.join(', ')})`);
  }
  return BENCHES.filter(({ name }) => names.length === 0 || names.includes(name));
}

function request() {
  const { values, positionals } = parseArgs({
    options: { rows: { type: 'string' } },
    allowPositionals: true,
  });
  const rows = values.rows === undefined ? undefined : Number(values.rows);
  if (rows !== undefined && !(Number.isInteger(rows) && rows > 0)) {
    throw new Error('--rows demande un nombre entier positif');
  }
  return { benches: chosen(positionals), rows };
}

async function runOne(bench, rows) {
  const stage = new Stage(bench.name, rows ?? bench.rows);
  say(`${bench.name} : ${bench.about} (${stage.rows} lignes)`);
  try {
    await bench.run(stage);
    return true;
  } catch (error) {
    say(`${bench.name} a échoué : ${error.stack ?? error}`);
    return false;
  } finally {
    await stage.clear();
  }
}

async function main() {
  const { benches, rows } = request();
  let failures = 0;
  for (const bench of benches) if (!(await runOne(bench, rows))) failures += 1;
  return failures === 0 ? 0 : 1;
}

main().then(
  (status) => process.exit(status),
  (error) => {
    say(error.message);
    process.exit(2);
  },
);
