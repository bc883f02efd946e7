import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './support/generated-pages.js';
import { ROOT, filesUnder, textOf } from './support/project-files.js';

/** `npm run docs` writes what every other run compares. */
const isWriting = process.env['UPDATE_DOCS'] === 'yes';
const pages = generatedPages();

describe('pages of docs/ made from the code', () => {
  it.each(pages)('$path says what the code says (else: npm run docs)', ({ path, text }) => {
    if (isWriting) {
      mkdirSync(dirname(join(ROOT, path)), { recursive: true });
      writeFileSync(join(ROOT, path), text);
    }
    expect(existsSync(join(ROOT, path)) ? textOf(path) : '').toBe(text);
  });

  it.each(['docs/states', 'docs/flows'])('%s has no page left of what is gone', (folder) => {
    const known = pages.map((page) => page.path);
    const found = existsSync(join(ROOT, folder)) ? filesUnder(folder) : [];
    expect(found.filter((path) => !known.includes(path))).toEqual([]);
  });
});
