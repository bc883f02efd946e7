import { nationalReferrals } from './data/national-referrals.mjs';
import { fillServices } from './data/services.mjs';
import { signedInPerson } from './data/signed-in-person.mjs';
import { median, quantile, rounded } from './support/figures.mjs';
import { load } from './support/load.mjs';

/** Three hundred files for each mission locale of the country. */
const FILES_EACH = 300;
const MISSIONS_LOCALES = 436;
const ROUNDS = 5;
const SECONDS = 4;
/** Below so many rows a run shows that the bench works, not a figure. */
const TRIAL_ROWS = 10_000;

/** The home page of an adviser, which counts all that waits, against the worklist of the same person. */
export const home = {
  name: 'home',
  rows: FILES_EACH * MISSIONS_LOCALES,
  about: 'accueil d’une conseillère de 300 dossiers, contre sa liste des orientations',
  async run(stage) {
    const { database, missionLocale } = await nationalReferrals(stage);
    await fillServices(database);
    const api = await stage.api(database, { LOG_LEVEL: 'info' });
    const cookie = await signedInPerson(database, missionLocale, 'ml-adviser');
    const headers = { cookie, accept: 'text/html' };
    const seconds = SECONDS * (stage.rows < TRIAL_ROWS ? 0.1 : 1);
    // One person, one page at a time.
    const ask = (path) => load(api.url, { connections: 1, seconds, nextPath: () => path, headers });
    await ask('/');
    await ask('/orientations');
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ home: await ask('/'), worklist: await ask('/orientations') });
    }
    stage.result(figuresOf(rounds));
  },
};

function figuresOf(rounds) {
  const perSecond = (page) => median(rounds.map((round) => round[page].perSecond));
  const latencies = (page) => rounds.flatMap((round) => round[page].latencies);
  return {
    per_second: rounded(perSecond('home')),
    reference: 'worklist',
    reference_per_second: rounded(perSecond('worklist')),
    ratio: rounded(perSecond('home') / perSecond('worklist')),
    p50_ms: rounded(quantile(latencies('home'), 0.5)),
    p95_ms: rounded(quantile(latencies('home'), 0.95)),
    reference_p50_ms: rounded(quantile(latencies('worklist'), 0.5)),
  };
}
