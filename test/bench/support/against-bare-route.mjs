import { load } from './load.mjs';
import { startBareRoute } from './bare-route.mjs';
import { median, quantile, rounded } from './figures.mjs';

const ROUNDS = 5;
const SECONDS = 3;
const WARM_UP_SECONDS = 2;

/**
 * Throughput of a route of ours against a bare route that answers the same JSON: same client, same
 * connections, in turn, median of the rounds.
 *
 * @param {{ url: string, token: string, nextPath: () => string }} ours
 */
export async function againstBareRoute(stage, { url, token, nextPath }) {
  const headers = { authorization: `Bearer ${token}` };
  const sample = await fetch(url + nextPath(), { headers });
  const bare = await startBareRoute(stage, await sample.text());
  const ask = (seconds) => load(url, { seconds, nextPath, headers });
  const askBare = (seconds) => load(bare, { seconds, nextPath: () => '/bare', headers });
  await ask(WARM_UP_SECONDS);
  await askBare(WARM_UP_SECONDS);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ ours: await ask(SECONDS), reference: await askBare(SECONDS) });
  }
  return figuresOf(rounds);
}

function figuresOf(rounds) {
  const latencies = rounds.flatMap(({ ours }) => ours.latencies);
  const ours = median(rounds.map((round) => round.ours.perSecond));
  const reference = median(rounds.map((round) => round.reference.perSecond));
  return {
    per_second: Math.round(ours),
    reference: 'bare-route',
    reference_per_second: Math.round(reference),
    ratio: rounded(ours / reference),
    p50_ms: rounded(quantile(latencies, 0.5)),
    p95_ms: rounded(quantile(latencies, 0.95)),
    p99_ms: rounded(quantile(latencies, 0.99)),
  };
}
