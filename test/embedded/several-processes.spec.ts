import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';
import { killAllStarters, killStarter, startElsewhere } from './starter.js';
import { emptyFolder, eventually, query, removeFolders, serverPid } from './workspace.js';

describe('several processes on the same folder', () => {
  afterEach(async () => {
    killAllStarters();
    await removeFolders();
  });

  it('share one server when three start at once on an empty folder', async () => {
    const directory = emptyFolder();
    const starters = await Promise.all([1, 2, 3].map(() => startElsewhere(directory)));
    expect(new Set(starters.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
    expect(starters.filter(({ attached }) => !attached)).toHaveLength(1);
    for (const { ownerUrl } of starters) {
      expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    }
  });

  it('keep the server until the last one leaves, whoever started it', async () => {
    const directory = emptyFolder();
    const starter = await startElsewhere(directory);
    const joined = await startEmbeddedPostgres({ directory });
    expect(joined).toMatchObject({ attached: true, port: starter.port });
    const pid = serverPid(directory);

    await killStarter(starter);
    const late = await startElsewhere(directory);
    expect(late.attached).toBe(true);
    await joined.stop();
    expect(serverPid(directory)).toBe(pid);
    expect(await query(late.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);

    await killStarter(late);
    await eventually(() => !isRunning(pid));
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
