import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { choose, press, tabTo, typeIn } from './support/keyboard.js';

// What the service is for, in a real browser: an adviser refers, a unit answers, the adviser reads it.

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 180_000);
afterAll(() => demonstration?.close());

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

interface Young {
  readonly surname: string;
  readonly firstName: string;
  readonly year: string;
  readonly imiloId: string;
}

// So unlike that neither is offered as a double of the other.
const YSEULT = { surname: 'ZÉNITHE', firstName: 'Yseult', year: '2005', imiloId: '87770001' };
const MAIWENN = { surname: 'ZAMBÈZE', firstName: 'Maïwenn', year: '2003', imiloId: '87770002' };

/** Without a mouse: every field is reached by the key that goes to the next one. */
async function refer(page: Page, { surname, firstName, year, imiloId }: Young): Promise<void> {
  await page.goto(`${demonstration.url}/orientations`);
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

async function answer(page: Page, { surname, firstName }: Young): Promise<void> {
  const name = `${surname} ${firstName}`;
  await page.goto(`${demonstration.url}/candidatures?recherche=${surname}`);
  await press(page, name);
  await title(page, name);
  await press(page, 'Accuser réception');
  await page.getByText('la mission locale en est informée').waitFor();
  await press(page, 'Enregistrer la convocation');
  await page.getByRole('button', { name: 'Enregistrer la convocation' }).waitFor();
  await press(page, 'Enregistrer la convocation');
  await page.getByRole('link', { name: 'Saisir le résultat' }).waitFor();
  await press(page, 'Saisir le résultat');
  await title(page, 'Saisir le résultat');
  await tabTo(page, 'Apte – retenu');
  await choose(page, 'Désistement du candidat');
  await press(page, 'Vérifier le résultat');
  await title(page, 'Vérifier le résultat');
  await press(page, 'Enregistrer le résultat');
  await page.getByText('Résultat enregistré :').waitFor();
}

it.each([
  ['without script', false, YSEULT],
  ['with script', true, MAIWENN],
] as const)(
  'An adviser refers and a unit answers with the keyboard alone, the home says so, %s',
  async (_title, javaScriptEnabled, young) => {
    const adviser = await demonstration.open('conseiller@ml-nord.demo', { javaScriptEnabled });
    await refer(adviser, young);
    const recruiter = await demonstration.open('recrutement@rsma-re.demo', { javaScriptEnabled });
    await answer(recruiter, young);

    const { surname, firstName } = young;
    await adviser.goto(demonstration.url);
    const row = adviser.getByRole('row', { name: new RegExp(surname) });
    expect(await row.innerText()).toContain('Désistement du candidat');
    await row.getByRole('link').click();
    await adviser.getByText('Voir toutes les orientations de ce jeune').click();
    await title(adviser, `${surname} ${firstName}`);
    await adviser.context().close();
    await recruiter.context().close();
  },
);
