import { startBareRoute } from './bare-route.mjs';
import { median, quantile, rounded } from './figures.mjs';
import { load } from './load.mjs';
import { postmasterOf, processorSeconds } from './processor-time.mjs';

const ROUNDS = 3;
const SECONDS = 6;
const WARM_UP_SECONDS = 10;
/** Below so many rows a run shows that the bench works, not a figure: it takes a tenth of the time. */
const TRIAL_ROWS = 10_000;
const MICROSECONDS = 1e6;

/**
 * Throughput of a route of ours against a bare route that answers the same JSON: same client, same
 * connections, in turn, median of the rounds. Beside it the processor time of one request, the
 * database included, which a busy neighbour on the machine does not change.
 *
 * @param {{ api: { url: string, pid: number }, database: object, token?: string,
 *   headers?: Record<string, string>, nextPath: () => string }} ours `headers` in place of a token
 */
export async function againstBareRoute(stage, ours) {
  const { api, database, token, nextPath, headers = { authorization: `Bearer ${token}` } } = ours;
  const sample = await fetch(api.url + nextPath(), { headers });
  const bare = await startBareRoute(stage, await sample.text());
  const postmaster = await postmasterOf(database.owner);
  const ask = (seconds) =>
    measured([[api.pid], [postmaster, true]], () => load(api.url, { seconds, nextPath, headers }));
  const askBare = (seconds) =>
    measured([[bare.pid]], () => load(bare.url, { seconds, nextPath: () => '/bare', headers }));
  const share = stage.rows < TRIAL_ROWS ? 0.1 : 1;
  await ask(WARM_UP_SECONDS * share);
  await askBare(WARM_UP_SECONDS * share);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ ours: await ask(SECONDS * share), reference: await askBare(SECONDS * share) });
  }
  await bare.stop();
  return figuresOf(rounds);
}

/** The load, with the processor time each process spent on one request. */
async function measured(processes, work) {
  const before = processes.map((process) => processorSeconds(...process));
  const result = await work();
  const spent = processes.map((process, index) => processorSeconds(...process) - before[index]);
  const perRequest = spent.map((seconds) => (seconds / result.latencies.length) * MICROSECONDS);
  return { ...result, processor: perRequest };
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
    ...processorFigures(rounds),
  };
}

function processorFigures(rounds) {
  const of = (which, index) =>
    rounded(median(rounds.map((round) => round[which].processor[index])));
  const api = of('ours', 0);
  if (Number.isNaN(api)) return {};
  return { cpu_us: api, database_cpu_us: of('ours', 1), reference_cpu_us: of('reference', 0) };
}
