import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, textOf } from './support/project-files.js';

/** A rule, and the smallest tree that breaks it: files with what they import. */
type Plant = readonly [rule: string, tree: Readonly<Record<string, string>>];

const NOTHING = 'export const nothing = 0;\n';
const imports = (from: string): string => `import '${from}';\n`;

const PLANTS: readonly Plant[] = [
  ['every-folder-has-its-rules', { 'newcomer/a.ts': imports('./b.js'), 'newcomer/b.ts': NOTHING }],
  ['kernel-stands-alone', { 'kernel/a.ts': imports('node:fs') }],
  [
    'platform-knows-no-feature',
    { 'platform/a.ts': imports('../people/index.js'), 'people/index.ts': NOTHING },
  ],
  ['exchange-rooms-are-pure', { 'exchanges/flow/a.ts': imports('typeorm') }],
  ['domain-is-pure', { 'people/domain/a.ts': imports('@nestjs/common') }],
  [
    'use-cases-know-no-adapter',
    { 'people/use-cases/a.ts': imports('../db/b.js'), 'people/db/b.ts': NOTHING },
  ],
  ['use-cases-take-injectable-only', { 'people/use-cases/a.ts': imports('typeorm') }],
  [
    'drivers-never-touch-db',
    { 'people/http/a.ts': imports('../db/b.js'), 'people/db/b.ts': NOTHING },
  ],
  ['typeorm-only-in-db', { 'people/jobs/a.ts': imports('typeorm') }],
  [
    'features-meet-at-the-front-door',
    { 'referrals/db/a.ts': imports('../../people/domain/b.js'), 'people/domain/b.ts': NOTHING },
  ],
  [
    'modules-meet-at-the-front-door',
    { 'referrals/a.module.ts': imports('../people/db/b.js'), 'people/db/b.ts': NOTHING },
  ],
  [
    'respect-the-order-people',
    { 'people/db/a.ts': imports('../../referrals/index.js'), 'referrals/index.ts': NOTHING },
  ],
  [
    'composition-root',
    { 'people/db/a.ts': imports('../people.module.js'), 'people/people.module.ts': NOTHING },
  ],
  ['nobody-imports-the-root', { 'platform/a.ts': imports('../main.js'), 'main.ts': NOTHING }],
  ['no-development-package', { 'platform/a.ts': imports('fast-check') }],
  ['no-unresolvable', { 'platform/a.ts': imports('./gone.js') }],
  ['no-circular', { 'platform/a.ts': imports('./b.js'), 'platform/b.ts': imports('./a.js') }],
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** What the real configuration finds wrong with a tree. */
function violationsOf(tree: Readonly<Record<string, string>>): readonly Violation[] {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-rules-'));
  try {
    for (const [path, text] of Object.entries(tree)) write(join(folder, 'src', path), text);
    for (const name of ['typeorm', '@nestjs/common', 'fast-check']) {
      write(join(folder, 'node_modules', name, 'index.js'), 'export {};\n');
      write(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name }));
    }
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
      cpSync(join(ROOT, file), join(folder, file));
    }
    return cruise(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function cruise(folder: string): readonly Violation[] {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const run = spawnSync(process.execPath, [program, ...options], { cwd: folder, encoding: 'utf8' });
  const report: { summary: { violations: Violation[] } } = JSON.parse(run.stdout);
  return report.summary.violations;
}

/** The plants side by side in one tree, to cruise once: the files of the third are `a3` and `b3`. */
function allPlants(): Record<string, string> {
  const files = PLANTS.flatMap(([, tree], at) =>
    Object.entries(tree).map(([path, text]) => [numbered(path, at), numbered(text, at)] as const),
  );
  return Object.fromEntries(files);
}

function numbered(text: string, at: number): string {
  return text.replaceAll(/\b([ab])(?=\.(?:ts|js|module)\b)/g, `$1${at}`);
}

describe('the dependency rules', () => {
  const found = violationsOf(allPlants());

  it.each(PLANTS.map(([rule], at) => [rule, at] as const))(
    '%s catches what breaks it',
    (rule, at) => {
      const caught = found.filter(({ from }) => new RegExp(`/[ab]${at}\\.`).test(from));
      expect(caught.map((violation) => violation.rule.name)).toContain(rule);
    },
  );

  it('let a sound tree pass', () => {
    const tree = {
      'kernel/index.ts': NOTHING,
      'people/domain/person.ts': imports('../../kernel/index.js'),
      'people/use-cases/find.ts': imports('@nestjs/common') + imports('../domain/person.js'),
      'people/index.ts': imports('./use-cases/find.js'),
      'people/db/rows.ts': imports('typeorm') + imports('../use-cases/find.js'),
      'people/people.module.ts': imports('@nestjs/common') + imports('./db/rows.js'),
      'referrals/use-cases/refer.ts': imports('../../people/index.js'),
      'referrals/referrals.module.ts': imports('../people/people.module.js'),
      'main.ts': imports('./referrals/referrals.module.js'),
    };
    expect(violationsOf(tree)).toEqual([]);
  });

  it('are all tried here, but the one that needs the tests', () => {
    const written = [...textOf('.dependency-cruiser.cjs').matchAll(/name: '([a-z-]+)'/g)];
    const tried = PLANTS.map(([rule]) => rule);
    const untried = written
      .map((match) => match[1] ?? '')
      .filter((rule) => !tried.includes(rule) && rule !== 'src-never-imports-test');
    expect(untried).toEqual([]);
  });
});
