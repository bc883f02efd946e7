import type { Page } from 'playwright-core';
import { dayOf } from './days.js';
import { title } from './refer.js';

// What a unit does with a young person who was referred, by the mouse.

/** Presses a button by its name. */
export const submit = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Waits for words on the page. */
export const said = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** Fills the three fields of a date, so many days from today. */
export async function fillDay(page: Page, name: string, days: number): Promise<void> {
  const [day, month, year] = dayOf(days);
  await page.locator(`[name="${name}-jour"]`).fill(day);
  await page.locator(`[name="${name}-mois"]`).fill(month);
  await page.locator(`[name="${name}-annee"]`).fill(year);
}

/** Whom the unit answers, and the day that counts as today. */
export interface Served {
  readonly url: string;
  readonly surname: string;
  readonly name: string;
  readonly today: number;
}

/** The unit receives the file, convokes and selects, for the day after. */
export async function select(page: Page, { url, surname, name, today }: Served): Promise<void> {
  await page.goto(`${url}/candidatures?recherche=${surname}`);
  await page.getByRole('link', { name }).first().click();
  await submit(page, 'Accuser réception');
  await said(page, 'Réception accusée');
  await page.getByRole('link', { name: 'Enregistrer la convocation' }).click();
  await submit(page, 'Enregistrer la convocation');
  await page.getByRole('link', { name: 'Saisir le résultat' }).click();
  await page.getByLabel('Apte – retenu').check();
  await fillDay(page, 'incorporation', today + 1);
  await submit(page, 'Vérifier le résultat');
  await submit(page, 'Enregistrer le résultat');
  await said(page, 'Résultat enregistré');
}

/** The young person comes, on the day that counts as today. */
export async function incorporate(page: Page, { url, name, today }: Served): Promise<void> {
  await page.goto(`${url}/volontaires?onglet=a-incorporer`);
  await page.getByRole('link', { name }).click();
  await title(page, 'Enregistrer l’incorporation');
  await page.getByLabel('Incorporé', { exact: true }).check();
  await fillDay(page, 'incorporation', today);
  await page.getByLabel('Type de volontariat').selectOption('VS');
  await fillDay(page, 'fin', today + 300);
  await page.getByLabel('Filière').fill('CUISINE');
  await submit(page, 'Enregistrer l’incorporation');
  await title(page, name);
}
