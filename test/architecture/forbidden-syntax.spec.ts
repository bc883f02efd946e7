import { ALL_CODE, SOURCES, linesMatching } from './support/project-files.js';

const THIS_CHECK = 'test/architecture/';
const code = ALL_CODE.filter((path) => !path.startsWith(THIS_CHECK));

/** Sources without those whose path starts with one of these, where the syntax is at home. */
function sourcesOutside(...homes: readonly RegExp[]): string[] {
  return SOURCES.filter((path) => !homes.some((home) => home.test(path)));
}

describe('syntax this house does not use', () => {
  it('has no repository reached outside a unit of work', () => {
    const pattern = /@InjectRepository|@InjectDataSource|@InjectEntityManager|\bgetRepository\(/;
    expect(linesMatching(sourcesOutside(/^src\/platform\/database\//), pattern)).toEqual([]);
  });

  it('never lets TypeORM change the tables by itself', () => {
    expect(linesMatching(code, /synchronize:\s*true|\bdropSchema\b/)).toEqual([]);
  });

  it('never sets the scope for a whole session, which the next request would inherit', () => {
    expect(linesMatching(code, /\bset\s+(?:session\s+)?app\./i)).toEqual([]);
    expect(linesMatching(SOURCES, /set_config\([^)]*,\s*false\s*\)/i)).toEqual([]);
  });

  it('reads the clock through the port only', () => {
    // Adapters: packages take and give dates of the language.
    const adapters = [/^src\/platform\//, /^src\/[^/]+\/db\//, /^src\/accounts\/credentials\//];
    const homes = [/^src\/kernel\/time\//, ...adapters, /^src\/app\//];
    expect(linesMatching(sourcesOutside(...homes), /\bnew Date\b|\bDate\.now\(/)).toEqual([]);
  });

  it('reads the environment in the configuration only', () => {
    // A child process is given an environment: that is not a setting read.
    const homes = [
      ...[/^src\/platform\/config\//, /^src\/app\/read-configuration\.ts$/],
      /^src\/platform\/embedded-postgres\//,
    ];
    expect(linesMatching(sourcesOutside(...homes), /\bprocess\.env\b/)).toEqual([]);
  });

  it('prints through the log or a printer, never through the console', () => {
    expect(linesMatching(code, /\bconsole\./)).toEqual([]);
  });

  it('silences neither the compiler nor the linter', () => {
    const pattern = /\bas any\b|@ts-ignore|@ts-nocheck|@ts-expect-error|(?:eslint|oxlint)-disable/;
    expect(linesMatching(code, pattern)).toEqual([]);
    expect(commentsMatching(code, /@ts-|(?:eslint|oxlint)-disable/)).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(commentsMatching(code, /\b(?:TODO|FIXME|HACK)\b/)).toEqual([]);
  });

  it('has no string token and no enumeration of the language', () => {
    expect(linesMatching(SOURCES, /@Inject\(['"`]/)).toEqual([]);
    expect(linesMatching(SOURCES, /^\s*(?:export\s+)?(?:const\s+)?enum\s/)).toEqual([]);
  });

  it('has no focused or skipped test without its reason', () => {
    expect(linesMatching(code, /\b(?:it|describe|test)\.only\b|\bf(?:it|describe)\(/)).toEqual([]);
    expect(linesMatching(code, /\b(?:it|test)\.todo\b/)).toEqual([]);
  });
});

/** As `linesMatching`, comments included. */
function commentsMatching(paths: readonly string[], pattern: RegExp): string[] {
  return linesMatching(paths, pattern, { withComments: true });
}
