import type { Page } from 'playwright-core';
import type { Demonstration } from './demonstration.js';
import { doubtfulCsv, spreadsheetCsv } from './operator-file.js';

/** Pages of an exchange that the demonstration does not begin with. */
export interface PreparedExchange {
  readonly report: string;
  readonly rejects: string;
  /** Of a file that waits to be deposited. */
  readonly preview: string;
}

/** A file with faults and one with a doubtful identity are deposited, and a third is looked at only. */
export async function prepareExchange(
  demonstration: Demonstration,
  operator: string,
): Promise<PreparedExchange> {
  const page = await demonstration.open(operator, { javaScriptEnabled: false });
  const report = await deposit(page, demonstration.url, spreadsheetCsv());
  await deposit(page, demonstration.url, doubtfulCsv());
  const preview = await look(page, demonstration.url, spreadsheetCsv());
  await page.context().close();
  return { report, rejects: `${report}/rejets`, preview };
}

/** Goes as far as the page that says what would become of the file; its path. */
async function look(page: Page, url: string, buffer: Buffer): Promise<string> {
  await page.goto(`${url}/echanges/depot`);
  const file = { name: 'classeur.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel('Fichier CSV').setInputFiles(file);
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vérifier avant de déposer' }).waitFor();
  return new URL(page.url()).pathname;
}

/** The path of the report, once it is there. */
async function deposit(page: Page, url: string, bytes: Buffer): Promise<string> {
  await look(page, url, bytes);
  await page.getByRole('button', { name: 'Déposer le fichier' }).click();
  await page.getByRole('heading', { level: 1, name: /^SUI_P_RSMA-RE_/ }).waitFor();
  const again = page.getByRole('link', { name: 'Actualiser l’avancement' });
  while ((await again.count()) > 0) await again.click();
  return new URL(page.url()).pathname;
}
