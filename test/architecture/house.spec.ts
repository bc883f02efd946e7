import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ALL_CODE, FEATURES, ROOT, SOURCES, textOf } from './support/project-files.js';

const MOST_LINES = 300;
const FORBIDDEN_FOLDERS = ['utils', 'helpers', 'common', 'shared', 'misc', 'lib', 'services'];

/** What a file is, said by its name; without a suffix it is a use case, a type or a function. */
const ROLE_SUFFIXES = [
  ...['machine', 'rules', 'policy', 'entity', 'repository', 'queries', 'controller', 'request'],
  ...['view', 'presenter', 'job', 'listener', 'module', 'spec'],
];
/** Pieces of the framework, which the platform alone writes. */
/** `.d`: the types of a package that has none. */
const PLATFORM_SUFFIXES = ['guard', 'filter', 'interceptor', 'pipe', 'd'];

/** Files that hold one list or one long text: migrations, dated reference data. */
function isData(path: string): boolean {
  return path.includes('/migrations/') || path.includes('/reference/');
}

function rolesOf(path: string): string[] {
  return basename(path, '.ts').split('.').slice(1);
}

describe('the house', () => {
  it('has the features that were built, and no other folder at the top', () => {
    expect(FEATURES).toEqual(
      expect.arrayContaining(['accounts', 'organisations', 'people', 'referrals', 'candidacies']),
    );
  });

  it.each(FEATURES)('has a front door and a README in %s', (feature) => {
    expect(existsSync(join(ROOT, 'src', feature, 'index.ts'))).toBe(true);
    expect(existsSync(join(ROOT, 'src', feature, 'README.md'))).toBe(true);
  });

  it.each(FEATURES)('gives %s its place in the order of the dependency rules', (feature) => {
    expect(textOf('.dependency-cruiser.cjs')).toContain(`'${feature}'`);
  });

  it('has no file so long that it hides a second one', () => {
    const tooLong = ALL_CODE.filter((path) => !isData(path))
      .map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(tooLong).toEqual([]);
  });

  it('has no folder where anything may be put', () => {
    const folders = new Set(ALL_CODE.flatMap((path) => dirname(path).split('/')));
    expect(FORBIDDEN_FOLDERS.filter((name) => folders.has(name))).toEqual([]);
  });

  it('names its files in kebab-case', () => {
    const named = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z]+)*\.ts$/;
    expect(ALL_CODE.filter((path) => !named.test(basename(path)))).toEqual([]);
  });

  it('takes role suffixes from a closed list', () => {
    const unknown = ALL_CODE.filter((path) => {
      const known = path.startsWith('src/platform/')
        ? [...ROLE_SUFFIXES, ...PLATFORM_SUFFIXES]
        : ROLE_SUFFIXES;
      return rolesOf(path).some((role) => !known.includes(role));
    });
    expect(unknown).toEqual([]);
  });

  it('has no barrel but the front doors of folders', () => {
    const barrels = SOURCES.filter(
      (path) => /^export \* from/m.test(textOf(path)) && basename(path) !== 'index.ts',
    );
    expect(barrels).toEqual([]);
  });
});
