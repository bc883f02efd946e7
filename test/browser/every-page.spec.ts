import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { source as axeSource } from 'axe-core';
import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { prepareExchange, type PreparedExchange } from './support/prepared-exchange.js';
import { OPERATOR, VISITED, type VisitedPage } from './support/visited-pages.js';

let demonstration: Demonstration;
let prepared: PreparedExchange;
beforeAll(async () => {
  demonstration = await startDemonstration();
  prepared = await prepareExchange(demonstration, OPERATOR);
}, 180_000);
afterAll(() => demonstration?.close());

const windows = new Map<string, Promise<Page>>();

/** One window per person and width: signing in again for each page would only take time. */
function windowOf(email: string | undefined, width: number): Promise<Page> {
  const key = `${email} ${width}`;
  const known = windows.get(key);
  if (known) return known;
  const opened = demonstration.open(email, { viewport: { width, height: 900 } });
  windows.set(key, opened);
  return opened;
}

async function visit(one: VisitedPage, width: number): Promise<Page> {
  const page = await windowOf(one.email, width);
  await page.goto(await addressOf(one, page));
  return page;
}

/** Where a page is: its path, or the first such link of that path. */
async function addressOf(
  { path: where, prepared: done, follow, below = '' }: VisitedPage,
  page: Page,
): Promise<string> {
  if (done !== undefined) return `${demonstration.url}${prepared[done]}`;
  if (follow === undefined) return `${demonstration.url}${where}`;
  await page.goto(`${demonstration.url}${where}`);
  const href = await page.locator(follow).first().getAttribute('href');
  return `${demonstration.url}${href ?? ''}${below}`;
}

const named = VISITED.map((one) => {
  const place =
    one.follow === undefined ? one.path : `${one.path} → ${one.follow}${one.below ?? ''}`;
  return [`${place} (${one.email ?? 'sans connexion'})`, one] as const;
});

describe.each([1280, 390, 320])('At %i pixels', (width) => {
  it.each(named)('%s has no fault that axe finds', async (_name, one) => {
    const page = await visit(one, width);

    await page.evaluate(axeSource);
    const violations = await page.evaluate(async () => {
      const axe = Reflect.get(globalThis, 'axe') as { run(): Promise<{ violations: Found[] }> };
      interface Found {
        id: string;
        nodes: { html: string }[];
      }
      const result = await axe.run();
      return result.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });

    expect(violations).toEqual([]);
  });

  it.each(named)('%s does not scroll sideways', async (_name, one) => {
    const page = await visit(one, width);

    const excess = await page.evaluate(() => {
      const root = Reflect.get(globalThis, 'document').documentElement;
      return Number(root.scrollWidth) - Number(root.clientWidth);
    });

    expect(excess).toBe(0);
  });
});

describe('Every page', () => {
  it.each(named)('%s keeps to its policy and breaks nothing in the console', async (_name, one) => {
    const page = await windowOf(one.email, 1280);
    const address = await addressOf(one, page);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));

    const answer = await page.goto(address);
    page.removeAllListeners();

    const isExpected = (text: string): boolean =>
      (answer?.status() ?? 200) >= 400 && text.startsWith('Failed to load resource');
    expect(said.filter((text) => !isExpected(text))).toEqual([]);
  });

  it.each(named)('%s is small enough for a slow line', async (_name, one) => {
    const page = await demonstration.open(one.email);
    const address = await addressOf(one, page);
    let requests = 0;
    let bytes = 0;
    page.on('response', (response) => {
      requests += 1;
      bytes += Number(response.headers()['content-length'] ?? 0);
    });
    const html = await page.goto(address, { waitUntil: 'networkidle' });
    const sizes = await html?.request().sizes();
    await page.context().close();

    expect(requests).toBeLessThanOrEqual(8);
    expect(bytes + (sizes?.responseBodySize ?? 0)).toBeLessThanOrEqual(40_000);
    expect(sizes?.responseBodySize ?? 0).toBeLessThanOrEqual(15_000);
  });

  // The validator is a Java program: `java` must be on the machine, as Chromium must.
  it('is valid HTML', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-html-'));
    for (const [index, [, one]] of named.entries()) {
      const page = await visit(one, 1280);
      const answer = await page.request.get(page.url(), {
        headers: { accept: 'text/html' },
      });
      writeFileSync(path.join(folder, `${index}.html`), await answer.text());
    }
    const jar = path.join(
      path.dirname(createRequire(__filename).resolve('vnu-jar/package.json')),
      'build/dist/vnu.jar',
    );
    let faults = '';
    try {
      execFileSync('java', ['-jar', jar, '--errors-only', '--format', 'text', folder], {
        stdio: 'pipe',
      });
    } catch (error) {
      faults = String(Reflect.get(Object(error), 'stderr') ?? '') || String(error);
    }
    rmSync(folder, { recursive: true, force: true });

    expect(faults).toBe('');
  });
});
