import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nationalReferrals } from './data/national-referrals.mjs';
import { fillServices } from './data/services.mjs';
import { median, rounded, secondsOf } from './support/figures.mjs';
import { processEnvironment } from './support/processes.mjs';

const ROUND = fileURLToPath(new URL('support/nightly-round.mjs', import.meta.url));
const SCANS = 5;
/** Reads every column of every row, and nothing else. */
const SCAN = 'select count(t::text) from app.referral t';

/** The deadlines of everyone, then the proof that nobody is lost, against a scan of the referrals. */
export const nightly = {
  name: 'nightly',
  rows: 1_000_000,
  about:
    'échéances et vérification des suivis de tous, contre une lecture de la table des orientations',
  async run(stage) {
    const { database } = await nationalReferrals(stage);
    stage.say('services…');
    await fillServices(database);
    const reference = await scanSeconds(database.owner);
    const { stdout } = await promisify(execFile)(process.execPath, [ROUND], {
      env: processEnvironment(stage, database),
    });
    const figures = JSON.parse(stdout);
    stage.result({
      ...figures,
      seconds: rounded(figures.seconds),
      deadlines_seconds: rounded(figures.deadlines_seconds),
      reference: 'scan',
      reference_seconds: rounded(reference),
      ratio: rounded(figures.seconds / reference),
    });
  },
};

async function scanSeconds(owner) {
  await owner.query('set max_parallel_workers_per_gather = 0');
  const seconds = [];
  for (let n = 0; n < SCANS; n += 1) seconds.push(await secondsOf(() => owner.query(SCAN)));
  return median(seconds);
}
