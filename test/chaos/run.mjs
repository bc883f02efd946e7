// `npm run chaos -- --trials N`: the suites of test/chaos with N kills and every point of failure.
// `--seed S` plays the same draws again.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({
  options: { trials: { type: 'string', default: '300' }, seed: { type: 'string' } },
});

const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'scripts', 'run-tests.mjs'), 'test/chaos', '--runInBand'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CHAOS_KILLS: values.trials,
      CHAOS_FAILPOINTS: values.trials,
      ...(values.seed === undefined ? {} : { CHAOS_SEED: values.seed }),
    },
  },
);
process.exitCode = status ?? 1;
