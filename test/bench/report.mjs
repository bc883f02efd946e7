import { nationalReferrals } from './data/national-referrals.mjs';
import { fillServices } from './data/services.mjs';
import { signedInPerson } from './data/signed-in-person.mjs';
import { median, rounded, secondsOf } from './support/figures.mjs';

/** Lines for one referral: itself, nine in ten with a file at the unit, one in five with a service. */
const EVENTS_EACH = 2.1;
const ROUNDS = 3;
/** What the report counts. */
const TABLES = ['app.referral', 'app.candidacy', 'app.volunteer'];

/** The annual report and a page of indicators, of everyone, against one reading of what they count. */
export const report = {
  name: 'report',
  rows: 5_000_000,
  about:
    'rapport annuel national et page d’indicateurs, contre une lecture séquentielle des mêmes événements',
  async run(stage) {
    const { rows } = stage;
    const { database } = await nationalReferrals(sized(stage, Math.ceil(rows / EVENTS_EACH)));
    stage.say('services…');
    await fillServices(database);
    const events = await eventsOf(database.owner);
    const ask = await committeeOf(stage, database);
    const year = new Date().getUTCFullYear() - 1;
    const paths = {
      page: `/rapport/${year}`,
      pdf: `/rapport/${year}.pdf`,
      indicators: `/indicateurs?periode=${year}`,
    };
    const seconds = { page: [], pdf: [], indicators: [], scan: [] };
    await ask.get(paths.indicators);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, path] of Object.entries(paths)) {
        seconds[name].push(await secondsOf(() => ask.get(path)));
      }
      seconds.scan.push(await secondsOf(() => scan(database.owner)));
    }
    const reference = median(seconds.scan);
    stage.result({
      events,
      seconds: rounded(median(seconds.page)),
      pdf_seconds: rounded(median(seconds.pdf)),
      indicators_seconds: rounded(median(seconds.indicators)),
      reference: 'scan',
      reference_seconds: rounded(reference),
      ratio: rounded(median(seconds.page) / reference),
      indicators_ratio: rounded(median(seconds.indicators) / reference),
      rss_mb: ask.peakMegabytes(),
    });
  },
};

/** The same stage for as many referrals as make the events that were asked for. */
function sized(stage, rows) {
  return { rows, database: () => stage.database(), say: (text) => stage.say(text) };
}

/** Somebody of the committee in front of the real process. */
async function committeeOf(stage, database) {
  const api = await stage.api(database);
  const { rows } = await database.owner.query(
    `select id from app.organisation where code = 'NATIONAL'`,
  );
  const cookie = await signedInPerson(database, rows[0], 'committee-member');
  return {
    peakMegabytes: api.peakMegabytes,
    get: async (path) => {
      const answer = await fetch(`${api.url}${path}`, { headers: { cookie, accept: 'text/html' } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} : ${answer.status}`);
    },
  };
}

async function eventsOf(owner) {
  let events = 0;
  for (const table of TABLES) {
    await owner.query(`analyze ${table}`);
    const { rows } = await owner.query(`select count(*)::int as n from ${table}`);
    events += rows[0].n;
  }
  return events;
}

/** Reads every column of every row, one table after the other, and nothing else. */
async function scan(owner) {
  await owner.query('set max_parallel_workers_per_gather = 0');
  for (const table of TABLES) await owner.query(`select count(t::text) from ${table} t`);
}
