import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { choose, press, tabTo } from './support/keyboard.js';
import { refer, title, type Young } from './support/refer.js';

// What the service is for, in a real browser: an adviser refers, a unit answers, the adviser reads it.

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 180_000);
afterAll(() => demonstration?.close());

// So unlike that neither is offered as a double of the other.
const YSEULT = { surname: 'ZÉNITHE', firstName: 'Yseult', year: '2005', imiloId: '87770001' };
const MAIWENN = { surname: 'ZAMBÈZE', firstName: 'Maïwenn', year: '2003', imiloId: '87770002' };

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
    await refer(adviser, demonstration.url, young);
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
  // A hundred fields and links by the key of the tabulator: longer than the pages of other tests.
  180_000,
);
