import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { LookedAtPages } from './support/looked-at-pages.js';
import { prepareExchange } from './support/prepared-exchange.js';
import { OPERATOR, VISITED } from './support/visited-pages.js';

let demonstration: Demonstration;
let pages: LookedAtPages;
beforeAll(async () => {
  demonstration = await startDemonstration();
  pages = new LookedAtPages(demonstration, await prepareExchange(demonstration, OPERATOR));
}, 180_000);
afterAll(() => demonstration?.close());

const named = VISITED.map((one) => {
  const place =
    one.follow === undefined ? one.path : `${one.path} → ${one.follow}${one.below ?? ''}`;
  return [`${place} (${one.email ?? 'sans connexion'})`, one] as const;
});

describe.each([1280, 390, 320])('At %i pixels', (width) => {
  it.each(named)('%s has no fault that axe finds', async (_name, one) => {
    const { violations } = await pages.look(one, width);

    expect(violations).toEqual([]);
  });

  it.each(named)('%s does not scroll sideways', async (_name, one) => {
    const { excess } = await pages.look(one, width);

    expect(excess).toBe(0);
  });
});

describe('Every page', () => {
  it.each(named)('%s keeps to its policy and breaks nothing in the console', async (_name, one) => {
    const { complaints } = await pages.look(one, 1280);

    expect(complaints).toEqual([]);
  });

  it.each(named)('%s is small enough for a slow line', async (_name, one) => {
    const { requests, bytes, htmlBytes } = await pages.cost(one);

    expect(requests).toBeLessThanOrEqual(8);
    expect(bytes + htmlBytes).toBeLessThanOrEqual(40_000);
    expect(htmlBytes).toBeLessThanOrEqual(15_000);
  });

  // The validator is a Java program: `java` must be on the machine, as Chromium must.
  it('is valid HTML', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-html-'));
    for (const [index, [, one]] of named.entries()) {
      const { html } = await pages.look(one, 1280);
      writeFileSync(path.join(folder, `${index}.html`), html);
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
