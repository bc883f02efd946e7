import { source as axeSource } from 'axe-core';
import type { Page, Response } from 'playwright-core';
import type { Demonstration } from './demonstration.js';
import type { PreparedExchange } from './prepared-exchange.js';
import type { VisitedPage } from './visited-pages.js';

/** What one look at a page, in a window of one width, found. */
export interface Look {
  /** What axe finds: the rule, then the elements that break it. */
  readonly violations: readonly (readonly string[])[];
  /** How many pixels the page is wider than its window. */
  readonly excess: number;
  /** Messages of the console and errors of scripts that the page should not have. */
  readonly complaints: readonly string[];
  readonly html: string;
}

/** What a page costs somebody who comes for the first time. */
export interface Cost {
  readonly requests: number;
  readonly bytes: number;
  readonly htmlBytes: number;
}

/** The pages of a demonstration, each looked at once per width however many tests ask about it. */
export class LookedAtPages {
  private readonly windows = new Map<string, Promise<Page>>();
  private readonly addresses = new Map<VisitedPage, Promise<string>>();
  private readonly looks = new Map<string, Promise<Look>>();
  private readonly names = new Map<VisitedPage, number>();

  constructor(
    private readonly demonstration: Demonstration,
    private readonly prepared: PreparedExchange,
  ) {}

  /** What a look at the page finds in a window of this width. */
  look(one: VisitedPage, width: number): Promise<Look> {
    const name = this.names.get(one) ?? this.names.size;
    this.names.set(one, name);
    return remembered(this.looks, `${name} ${width}`, () => this.lookAnew(one, width));
  }

  /** What the page costs in a window that has loaded nothing yet. */
  async cost(one: VisitedPage): Promise<Cost> {
    const known = await this.windowOf(one.email, 1280);
    const address = await this.addressOf(one);
    const context = await this.demonstration.browser.newContext({
      locale: 'fr-FR',
      storageState: await known.context().storageState(),
    });
    const page = await context.newPage();
    let requests = 0;
    let bytes = 0;
    page.on('response', (response) => {
      requests += 1;
      bytes += Number(response.headers()['content-length'] ?? 0);
    });
    const html = await page.goto(address, { waitUntil: 'networkidle' });
    const sizes = await html?.request().sizes();
    await context.close();
    return { requests, bytes, htmlBytes: sizes?.responseBodySize ?? 0 };
  }

  private async lookAnew(one: VisitedPage, width: number): Promise<Look> {
    const address = await this.addressOf(one);
    const page = await this.windowOf(one.email, width);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    const answer = await page.goto(address);
    page.removeAllListeners();
    const html = (await answer?.text()) ?? '';
    const excess = await excessOf(page);
    return {
      violations: await violationsOf(page),
      excess,
      complaints: said.filter((text) => !isExpected(text, answer)),
      html,
    };
  }

  /** One window per person and width: signing in again for each page would only take time. */
  private windowOf(email: string | undefined, width: number): Promise<Page> {
    return remembered(this.windows, `${email} ${width}`, () =>
      this.demonstration.open(email, { viewport: { width, height: 900 } }),
    );
  }

  /** Where a page is: its path, or the first such link of that path. */
  private addressOf(one: VisitedPage): Promise<string> {
    return remembered(this.addresses, one, async () => {
      const { path, prepared, follow, below = '' } = one;
      const { url } = this.demonstration;
      if (prepared !== undefined) return `${url}${this.prepared[prepared]}`;
      if (follow === undefined) return `${url}${path}`;
      const page = await this.windowOf(one.email, 1280);
      await page.goto(`${url}${path}`);
      const href = await page.locator(follow).first().getAttribute('href');
      return `${url}${href ?? ''}${below}`;
    });
  }
}

function remembered<K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** A page of error is announced by the browser too. */
function isExpected(text: string, answer: Response | null): boolean {
  return (answer?.status() ?? 200) >= 400 && text.startsWith('Failed to load resource');
}

function excessOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = Reflect.get(globalThis, 'document').documentElement;
    return Number(root.scrollWidth) - Number(root.clientWidth);
  });
}

async function violationsOf(page: Page): Promise<string[][]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    interface Found {
      id: string;
      nodes: { html: string }[];
    }
    const axe = Reflect.get(globalThis, 'axe') as { run(): Promise<{ violations: Found[] }> };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
}
