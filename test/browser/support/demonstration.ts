import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startService, type StartedService } from '../../e2e/started-service.js';
import { launch } from './chromium.js';
import { givenDatabase, type GivenDatabase } from './given-database.js';

/** A running demonstration and a browser in front of it. */
export interface Demonstration {
  readonly url: string;
  readonly browser: Browser;
  /** A new browser window; `email` signs in. */
  open(email?: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** From now on the service believes to be so many days later; whoever is signed in signs in again. */
  goAhead(days: number): Promise<void>;
  close(): Promise<void>;
}

const STEP_MS = 20;
const CLOCK = path.join(process.cwd(), 'test/browser/support/clock-ahead.mjs');

/**
 * Starts the demonstration in a process and a folder of its own, with a clock that can be put forward; its database is on the server that
 * `TEST_DATABASE_URL` names, else embedded as for whoever tries it.
 */
export async function startDemonstration(): Promise<Demonstration> {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-browser-'));
  const database = await givenDatabase();
  const ahead = path.join(folder, 'days-ahead');
  const service = await startService(folder, {
    DEMONSTRATION: '1',
    NODE_OPTIONS: `--import=${CLOCK}`,
    CLOCK_AHEAD: ahead,
    ...database?.environment,
  });
  const browser = await launch();
  return {
    url: service.url,
    browser,
    open: async (email, options = {}) => {
      const context = await browser.newContext({ locale: 'fr-FR', ...options });
      const page = await context.newPage();
      if (email !== undefined) await signIn(page, service.url, email);
      return page;
    },
    goAhead: async (days) => {
      writeFileSync(ahead, String(days));
      service.process.kill('SIGUSR2');
      while (existsSync(ahead)) await pause(STEP_MS);
    },
    close: () => end(service, browser, folder, database),
  };
}

async function end(
  service: StartedService,
  browser: Browser,
  folder: string,
  database?: GivenDatabase,
): Promise<void> {
  await browser.close();
  await service.end('SIGTERM');
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
}

async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/connexion`);
  await page.getByRole('button', { name: 'Se connecter avec mon fournisseur d’identité' }).click();
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill('demonstration');
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Accueil' }).waitFor();
}

/** What went wrong in a window while it was looked at: console errors and refused files. */
export function complaints(context: BrowserContext): string[] {
  const found: string[] = [];
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') found.push(message.text());
    });
    page.on('pageerror', (error) => found.push(error.message));
  });
  return found;
}
