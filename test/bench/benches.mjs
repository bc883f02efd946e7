import { queue } from './queue.mjs';
import { scan } from './scan.mjs';
import { home } from './home.mjs';
import { readOne } from './read-one.mjs';
import { list } from './list.mjs';
import { importBench, replayBench } from './import.mjs';
import { match } from './match.mjs';
import { month } from './month.mjs';
import { nightly } from './nightly.mjs';
import { noisy } from './noisy.mjs';
import { report } from './report.mjs';

/**
 * All benches, in the order of `npm run bench`. A bench is `{ name, rows, about, run(stage) }`: `rows`
 * is its size unless `--rows` says otherwise, `run` uses the stage and calls `stage.result(…)`.
 */
export const BENCHES = [
  importBench,
  replayBench,
  readOne,
  list,
  home,
  nightly,
  report,
  month,
  noisy,
  match,
  scan,
  queue,
];
