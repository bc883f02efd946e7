import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
  close(): Promise<void>;
}

/**
 * Starts the demonstration in a process and a folder of its own; its database is on the server that
 * `TEST_DATABASE_URL` names, else embedded as for whoever tries it.
 */
export async function startDemonstration(): Promise<Demonstration> {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-browser-'));
  const database = await givenDatabase();
  const service = await startService(folder, { DEMONSTRATION: '1', ...database?.environment });
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
