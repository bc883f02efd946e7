import { describedPeople } from './data/described.mjs';
import { fillOneScope } from './data/one-scope.mjs';
import { fillRegister } from './data/register.mjs';
import { exactPass } from './support/exact-pass.mjs';
import { median, rounded, secondsOf } from './support/figures.mjs';
import { openMatching } from './support/matching.mjs';

const PEOPLE_PER_ROW = 100;
const ROUNDS = 3;

/**
 * Each row is looked for among the people of one organisation as files do (strict traits), then those
 * that nobody is recognised in as reviews do (blocks B1 to B5, weights), all of them at once.
 */
export const match = {
  name: 'match',
  rows: 10_000,
  about: 'des lignes rapprochées de cent fois plus de personnes, contre la seule passe exacte',
  async run(stage) {
    const database = await stage.database();
    const population = stage.rows * PEOPLE_PER_ROW;
    stage.say(`${population} personnes…`);
    const { missionsLocales } = await fillRegister(database);
    const [missionLocale] = missionsLocales;
    await fillOneScope(database, population, missionLocale);
    const rows = await describedPeople(database, stage.rows, population);
    const matching = await openMatching(database, missionLocale);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const reference = await exactPass(database, missionLocale, rows);
      let steps;
      const seconds = await secondsOf(async () => {
        steps = await matching.match(rows, population);
      });
      rounds.push({ reference, seconds, ...steps });
    }
    await matching.close();
    stage.result(figures(rounds, population));
  },
};

function figures(rounds, people) {
  const [{ known, doubtful, candidates, weighed, tooMany }] = rounds;
  const middle = (name) => median(rounds.map((round) => round[name]));
  return {
    people,
    seconds: rounded(middle('seconds')),
    reference: 'exact-pass',
    reference_seconds: rounded(middle('reference')),
    ratio: rounded(middle('seconds') / middle('reference')),
    rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    steps: {
      traits: rounded(middle('traits')),
      blocks: rounded(middle('blocks')),
      bounds: rounded(middle('bounds')),
      files: rounded(middle('files')),
      weights: rounded(middle('weights')),
    },
    known,
    doubtful,
    candidates,
    weighed,
    too_many: tooMany,
  };
}
