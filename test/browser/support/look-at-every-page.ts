import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDemonstration, type Demonstration } from './demonstration.js';
import { LookedAtPages } from './looked-at-pages.js';
import { prepareExchange } from './prepared-exchange.js';
import { OPERATOR, type VisitedPage } from './visited-pages.js';

type NamedPage = readonly [name: string, page: VisitedPage];

/** The tests that every page passes, on a demonstration of their own. */
export function lookAtEveryPage(visited: readonly VisitedPage[]): void {
  let demonstration: Demonstration;
  let pages: LookedAtPages;
  beforeAll(async () => {
    demonstration = await startDemonstration();
    pages = new LookedAtPages(demonstration, await prepareExchange(demonstration, OPERATOR));
  }, 180_000);
  afterAll(() => demonstration?.close());

  const named = visited.map((one) => [nameOf(one), one] as const);
  atEveryWidth(named, () => pages);
  inOneWindow(named, () => pages);
}

function nameOf(one: VisitedPage): string {
  const place =
    one.follow === undefined ? one.path : `${one.path} → ${one.follow}${one.below ?? ''}`;
  return `${place} (${one.email ?? 'sans connexion'})`;
}

function atEveryWidth(named: readonly NamedPage[], pages: () => LookedAtPages): void {
  describe.each([1280, 390, 320])('At %i pixels', (width) => {
    it.each(named)('%s has no fault that axe finds', async (_name, one) => {
      const { violations } = await pages().look(one, width);

      expect(violations).toEqual([]);
    });

    it.each(named)('%s does not scroll sideways', async (_name, one) => {
      const { excess } = await pages().look(one, width);

      expect(excess).toBe(0);
    });
  });
}

function inOneWindow(named: readonly NamedPage[], pages: () => LookedAtPages): void {
  describe('Every page', () => {
    it.each(named)(
      '%s keeps to its policy and breaks nothing in the console',
      async (_name, one) => {
        const { complaints } = await pages().look(one, 1280);

        expect(complaints).toEqual([]);
      },
    );

    it.each(named)('%s is small enough for a slow line', async (_name, one) => {
      const { requests, bytes, htmlBytes } = await pages().cost(one);

      expect(requests).toBeLessThanOrEqual(8);
      expect(bytes + htmlBytes).toBeLessThanOrEqual(40_000);
      expect(htmlBytes).toBeLessThanOrEqual(15_000);
    });

    it('is valid HTML', async () => {
      const html: string[] = [];
      for (const [, one] of named) html.push((await pages().look(one, 1280)).html);

      expect(faultsOf(html)).toBe('');
    });
  });
}

/** What the validator finds: a Java program, `java` must be on the machine, as Chromium must. */
function faultsOf(documents: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-html-'));
  for (const [index, html] of documents.entries()) {
    writeFileSync(path.join(folder, `${index}.html`), html);
  }
  const jar = path.join(
    path.dirname(createRequire(__filename).resolve('vnu-jar/package.json')),
    'build/dist/vnu.jar',
  );
  const words = ['-jar', jar, '--errors-only', '--format', 'text', folder];
  try {
    execFileSync('java', words, { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String(Reflect.get(Object(error), 'stderr') ?? '') || String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
