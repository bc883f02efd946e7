import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(300_000);

const RUN = path.join(process.cwd(), 'test/bench/run.mjs');

interface Result {
  readonly bench: string;
  readonly rows: number;
  readonly reference: string;
  readonly ratio: number;
}

/** The results of `npm run bench -- …`, one JSON object a line. */
async function bench(...words: string[]): Promise<Result[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [RUN, ...words]);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line): Result => JSON.parse(line));
}

describe('A bench', () => {
  it.each([
    ['read-one', 500, 'bare-route'],
    ['list', 500, 'bare-route'],
    ['home', 500, 'worklist'],
    ['nightly', 500, 'scan'],
    ['report', 500, 'scan'],
    ['queue', 200, 'bullmq'],
    ['month', 40, 'copy'],
    ['match', 50, 'exact-pass'],
    ['scan', 500, 'csv-parse'],
  ])(
    'measures %s against its reference, and says so in JSON lines',
    async (name, rows, reference) => {
      const results = await bench(name, '--rows', String(rows));
      expect(results.length).toBeGreaterThan(0);
      for (const result of results) {
        expect(result).toMatchObject({ bench: name, rows, reference });
        expect(result.ratio).toBeGreaterThan(0);
      }
    },
  );

  it('that does not exist is told, with those that do', async () => {
    await expect(bench('nothing')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('read-one'),
    });
  });
});
