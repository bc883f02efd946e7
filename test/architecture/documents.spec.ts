import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseManifest } from '../../src/exchanges/deposit/index.js';
import { FLOWS } from '../../src/exchanges/flows/index.js';
import { allMachines } from './support/machines.js';
import { FEATURES, ROOT, filesUnder, textOf } from './support/project-files.js';

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesUnder('docs')].filter(
  (path) => path.endsWith('.md'),
);
const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'));

/** Words of the glossary's column "In the code". */
const codeWords = new Set(
  [...textOf('docs/glossary.md').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
);

describe('the README', () => {
  it.each(['npm ci && npm start', 'npm ci && npm test'])('shows %s', (command) => {
    expect(textOf('README.md')).toContain(`\`\`\`sh\n${command}\n\`\`\``);
  });
});

describe('the documents', () => {
  it.each(PAGES)('%s links to files that exist', (page) => {
    const targets = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)];
    const broken = targets
      .map((match) => normalize(join(dirname(page), match[1] ?? '')))
      .filter((target) => !existsSync(join(ROOT, target)));
    expect(broken).toEqual([]);
  });

  it.each(PAGES)('%s names commands that exist', (page) => {
    const named = [...textOf(page).matchAll(/npm (?:run )?(start:\w+|(?<=run )[\w:-]+)/g)];
    const unknown = named.map((match) => match[1] ?? '').filter((name) => !(name in scripts));
    expect(unknown).toEqual([]);
  });

  it('show partners a manifest that the door can read', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(textOf('docs/guide-echanges.md')) ?? [];
    expect(parseManifest(example)).toMatchObject({ ok: true, manifest: { flow: 'SUI' } });
  });

  it('keep the list of decisions complete', () => {
    const pages = filesUnder('docs/adr').map((path) => path.replace('docs/adr/', ''));
    const listed = textOf('docs/adr/README.md');
    expect(pages.filter((page) => page !== 'README.md' && !listed.includes(page))).toEqual([]);
  });
});

describe('the glossary', () => {
  it.each(FEATURES)('has the feature %s', (feature) => {
    expect(codeWords).toContain(feature);
  });

  it.each(allMachines())('has every state of $name', ({ states }) => {
    expect(states.filter((state) => !codeWords.has(state))).toEqual([]);
  });

  it('has every flow', () => {
    expect(FLOWS.map(({ code }) => code).filter((code) => !codeWords.has(code))).toEqual([]);
  });
});
