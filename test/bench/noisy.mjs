import { setTimeout as pause } from 'node:timers/promises';
import { answersOf, fillReceived } from './data/answers.mjs';
import { depositFile } from './data/files.mjs';
import { machineToken } from './data/machine-token.mjs';
import { referralFiles } from './data/month-files.mjs';
import { fillRegister } from './data/register.mjs';
import { median, quantile, rounded } from './support/figures.mjs';
import { freePort } from './support/free-port.mjs';
import { loopDelay } from './support/loop-delay.mjs';

const ROWS_PER_FILE = 20;
/** Files of others before the long one, and at least as many beside it. */
const QUIET_FILES = 8;
const EVERY_MS = 2_000;
/** Below so many rows a run shows that the bench works, not a figure: nobody waits. */
const TRIAL_ROWS = 10_000;
/** Numbers of young people that no answer of the long file bears. */
const FIRST_REFERRED = 20_000_000;

/** One partner deposits a file of `rows` lines, then others small ones (REL-17): they start at once. */
export const noisy = {
  name: 'noisy',
  rows: 250_000,
  about: 'attente des petits fichiers pendant qu’un partenaire en envoie un très long',
  async run(stage) {
    const { database, register, unit, answered } = await prepare(stage);
    const metricsPort = await freePort();
    const api = await stage.api(database, {
      MAX_FILE_BYTES: '500000000',
      METRICS_PORT: String(metricsPort),
    });
    const worker = await stage.worker(database);
    const others = register.missionsLocales.filter((one) => !answered.includes(one));
    const files = await referralFiles(database, others, register.units, {
      first: FIRST_REFERRED,
      perFile: ROWS_PER_FILE,
    });
    const everyMs = stage.rows < TRIAL_ROWS ? EVERY_MS / 20 : EVERY_MS;
    const trial = { database, api, files, metricsPort, everyMs };
    const quiet = await depositsWhile(trial, () => false);
    const token = await machineToken(database, unit, 'unit');
    const long = await depositFile(api.url, token, answersOf(stage.rows, unit, answered, 1));
    const beside = await depositsWhile(trial, async () => !(await isOver(database, [long])));
    stage.result({
      files: beside.ids.length,
      ...(await figures(database, { quiet, beside, long })),
      api_rss_mb: api.peakMegabytes(),
      rss_mb: worker.peakMegabytes(),
    });
  },
};

async function prepare(stage) {
  const database = await stage.database();
  stage.say('registre et orientations…');
  const register = await fillRegister(database);
  await database.owner.query(`insert into app.privacy_notice values ('1', '2020-01-01')`);
  const answered = register.missionsLocales.slice(0, 4);
  const { rows } = await database.owner.query(
    `select id, code, time_zone as "timeZone" from app.organisation where id = any($1)
     order by code limit 1`,
    [register.units.map(({ id }) => id)],
  );
  await fillReceived(database, stage.rows, rows[0], answered);
  return { database, register, unit: rows[0], answered };
}

/**
 * Deposits a file of another partner every two seconds, at least `QUIET_FILES` of them and as long as
 * `goesOn`, then waits until they are through: their ids, and the delays of the API meanwhile.
 */
async function depositsWhile({ database, api, files, metricsPort, everyMs }, goesOn) {
  const ids = [];
  const delays = [];
  await loopDelay(metricsPort);
  while (files.length > 0 && (ids.length < QUIET_FILES || (await goesOn()))) {
    const { organisation, kind, file } = files.shift();
    const token = await machineToken(database, organisation, kind);
    ids.push(await depositFile(api.url, token, file));
    await pause(everyMs);
    delays.push(await loopDelay(metricsPort));
  }
  while (!(await isOver(database, ids)) || (await goesOn())) await pause(everyMs);
  return { ids, delays };
}

async function isOver({ owner }, ids) {
  const { rows } = await owner.query(
    `select 1 from app.exchange_file where id = any($1) and state = 'registered' limit 1`,
    [ids],
  );
  return rows.length === 0;
}

async function figures({ owner }, { quiet, beside, long }) {
  const seconds = async (ids, column) => {
    const { rows } = await owner.query(
      `select extract(epoch from ${column})::float8 as seconds
       from app.exchange_file f join (
         select file_id, min(recorded_at) filter (where to_step = 'LECTURE') as started_at,
           max(recorded_at) as ended_at
         from app.exchange_transition group by file_id) t on t.file_id = f.id
       where f.id = any($1) and f.state = 'applied'`,
      [ids],
    );
    if (rows.length < ids.length) throw new Error('un fichier n’a pas été appliqué');
    return rows.map((row) => row.seconds);
  };
  const waits = await seconds(beside.ids, 'started_at - received_at');
  const quietWaits = await seconds(quiet.ids, 'started_at - received_at');
  const [worst, quietWorst] = [Math.max(...waits), Math.max(...quietWaits)];
  const [longSeconds] = await seconds([long], 'ended_at - received_at');
  return {
    seconds: rounded(worst),
    median_seconds: rounded(median(waits)),
    reference: 'quiet',
    reference_seconds: rounded(quietWorst),
    ratio: rounded(worst / quietWorst),
    through_seconds: rounded(Math.max(...(await seconds(beside.ids, 'ended_at - received_at')))),
    long_seconds: rounded(longSeconds),
    api_delay_ms: {
      median: rounded(median(beside.delays)),
      p95: rounded(quantile(beside.delays, 0.95)),
      worst: rounded(Math.max(...beside.delays)),
      quiet_worst: rounded(Math.max(...quiet.delays)),
    },
  };
}
