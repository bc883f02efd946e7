import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { corrected, FAULTS, spreadsheetCsv } from './support/operator-file.js';
import { press, tabTo } from './support/keyboard.js';
import { GUIDE_WINDOW, takePicture } from './support/pictures.js';

// The whole day of an operator: a file with ten faults, understood, corrected, accepted.

let demonstration: Demonstration;
let folder: string;
beforeAll(async () => {
  demonstration = await startDemonstration();
  folder = mkdtempSync(path.join(tmpdir(), 'passerelle-operator-'));
}, 180_000);
afterAll(async () => {
  await demonstration?.close();
  rmSync(folder, { recursive: true, force: true });
});

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Looks again until the report is there, as the page says to do without script. */
async function untilReported(page: Page): Promise<void> {
  const again = page.getByRole('link', { name: 'Actualiser l’avancement' });
  while ((await again.count()) > 0) await again.click();
}

async function put(page: Page, name: string, bytes: Buffer): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  // Asked for before the key is pressed, since the browser takes a moment to hand the dialog over.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, 'Fichier CSV');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
  await press(page, 'Vérifier le fichier');
  await heading(page, 'Vérifier avant de déposer');
}

const figure = async (page: Page, label: string): Promise<string> =>
  (await page.locator('.app-figures li', { hasText: label }).locator('strong').innerText()).trim();

it('With the keyboard alone and without script, an operator deposits ten faults, understands them, corrects the rejects and is done', async () => {
  const page = await demonstration.open('echanges@rsma-re.demo', {
    javaScriptEnabled: false,
    ...GUIDE_WINDOW,
  });
  await press(page, 'Échanges de fichiers');
  await heading(page, 'Échanges de fichiers');
  await press(page, 'Déposer un fichier');
  await heading(page, 'Déposer un fichier');

  await put(page, 'classeur.csv', spreadsheetCsv());
  const preview = await page.locator('main').innerText();
  expect(preview).toContain('10\u00A0lignes seraient rejetées sur 12');
  await takePicture(page, 'operateur-verification.png');

  await press(page, 'Déposer le fichier');
  await heading(page, /^SUI_P_RSMA-RE_/);
  await untilReported(page);
  expect(await page.locator('main').innerText()).toContain('Intégré en partie');
  expect([await figure(page, 'Lignes lues'), await figure(page, 'Rejetées')]).toEqual(['12', '10']);
  await takePicture(page, 'operateur-compte-rendu.png');

  await press(page, 'Voir les lignes à corriger');
  await heading(page, 'Lignes à corriger');
  await takePicture(page, 'operateur-rejets.png');
  const rows = page.locator('section.app-row');
  expect(await rows.count()).toBe(10);
  for (const { line, column, typed, hint } of FAULTS) {
    const text = await rows.filter({ has: page.locator(`#ligne-${line}`) }).innerText();
    expect(text).toContain(column);
    expect(text).toContain(typed || 'vide');
    expect(text).toContain(hint);
  }

  const download = page.waitForEvent('download');
  await press(page, 'Télécharger les lignes rejetées (CSV)');
  const rejects = readFileSync(await (await download).path());
  await press(page, 'Déposer le fichier corrigé');
  await heading(page, 'Déposer un fichier');
  expect(await page.getByLabel('Un complément ou des corrections').isChecked()).toBe(true);

  await put(page, 'rejets.csv', await corrected(rejects));
  expect(await page.locator('main').innerText()).toContain('Aucune ligne ne serait rejetée');
  await press(page, 'Déposer le fichier');
  await heading(page, /^SUI_P_RSMA-RE_/);
  await untilReported(page);
  expect([await figure(page, 'Lignes lues'), await figure(page, 'Rejetées')]).toEqual(['10', '0']);
  expect(await figure(page, 'Appliquées')).toBe('10');
  await page.context().close();
});
