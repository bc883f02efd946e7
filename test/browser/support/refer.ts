import type { Page } from 'playwright-core';
import { press, tabTo, typeIn } from './keyboard.js';

/** Somebody invented for a journey, unlike anybody of the demonstration. */
export interface Young {
  readonly surname: string;
  readonly firstName: string;
  readonly year: string;
  readonly imiloId: string;
}

/** Waits for the title of a page. */
export const title = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Without a mouse: every field is reached by the key that goes to the next one. */
export async function refer(
  page: Page,
  url: string,
  { surname, firstName, year, imiloId }: Young,
): Promise<void> {
  await page.goto(`${url}/orientations`);
  await press(page, 'Orienter un jeune');
  await title(page, 'Orienter un jeune');
  await typeIn(page, 'Nom de naissance', surname);
  await typeIn(page, 'Prénoms', `${firstName}, Rose`);
  await typeIn(page, 'Jour', '14');
  await typeIn(page, 'Mois', '7');
  await typeIn(page, 'Année', year);
  await press(page, 'Continuer');

  await page.getByText('Étape 2 sur 3').waitFor();
  await press(page, 'Continuer');
  await page.getByText('Il y a 10 problèmes').waitFor();
  await tabTo(page, 'Féminin');
  await page.keyboard.press('Space');
  await typeIn(page, 'Commune ou pays de naissance', 'saint-denis 974');
  await typeIn(page, 'Numéro de dossier i-milo', imiloId);
  await typeIn(page, 'Code postal', '97400');
  await typeIn(page, 'Commune de résidence', 'Saint-Denis');
  await addressToUnit(page);
}

/** The part of the form that is about the unit, and all that follows until it is sent. */
export async function addressToUnit(page: Page): Promise<void> {
  // As far as the driver has keys for it: an accent would land in the field before.
  await typeIn(page, 'Régiment ou centre', 'RSMA de La R');
  await tabTo(page, 'Volontaire stagiaire');
  await page.keyboard.press('Space');
  await typeIn(page, 'Niveau scolaire déclaré', 'Niveau 4');
  await tabTo(page, 'Contrat d’engagement jeune');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Journée défense et citoyenneté');
  await page.keyboard.press('Space');
  await tabTo(page, 'Boîte aux lettres');
  await typeIn(page, 'Jour', '2');
  await typeIn(page, 'Mois', '1');
  await typeIn(page, 'Année', '2026');
  await press(page, 'Continuer');

  await title(page, 'Vérifier avant de transmettre');
  await press(page, 'Transmettre l’orientation');
  await page.getByText('Orientation transmise : l’unité doit').waitFor();
}
