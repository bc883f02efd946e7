import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { choose, press, tabTo, typeIn } from './support/keyboard.js';
import { prepareExchange } from './support/prepared-exchange.js';

// What is done all day without a mouse and without script, beside the referral and the deposit:
// outcomes of a whole day, doubtful identities, accounts.

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 180_000);
afterAll(() => demonstration?.close());

const title = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const open = (email: string) => demonstration.open(email, { javaScriptEnabled: false });

it('With the keyboard alone, a unit fills in the grid of a day, checks it, mends it and saves it', async () => {
  const page = await open('recrutement@rsma-re.demo');
  await page.goto(`${demonstration.url}/candidatures/lot`);
  const day = await page.locator('tbody th a').first().innerText();
  await press(page, day);
  await title(page, `Résultats de la convocation du ${day}`);
  const [name = ''] = (await page.locator('tbody th a').first().innerText()).split('\n');

  await tabTo(page, `Résultat, ${name}`);
  await choose(page, 'Apte – retenu');
  await press(page, 'Vérifier les résultats');
  await page.getByText('Il y a un problème').waitFor();
  await typeIn(page, `Incorporation prévue, ${name}`, '1/3/2027');
  await press(page, 'Vérifier les résultats');

  await title(page, 'Vérifiez avant d’enregistrer');
  const checked = page.getByRole('row', { name });
  expect(await checked.innerText()).toMatch(/Apte – retenu[\s\S]*01\/03\/2027/);
  await press(page, 'Modifier les résultats');
  expect(await page.getByLabel(`Incorporation prévue, ${name}`).inputValue()).toBe('1/3/2027');
  await press(page, 'Vérifier les résultats');
  await title(page, 'Vérifiez avant d’enregistrer');
  await press(page, 'Enregistrer le résultat');

  await page.getByText('1\u00A0résultat enregistré.').waitFor();
  expect(await page.getByRole('row', { name }).innerText()).toContain('Enregistré');
  await page.context().close();
});

it('With the keyboard alone, an administrator creates an account, suspends another and opens it again', async () => {
  const page = await open('admin@national.demo');
  await press(page, 'Comptes');
  await title(page, 'Comptes');
  await press(page, 'Créer un compte');
  await title(page, 'Créer un compte');
  await press(page, 'Créer le compte');
  await page.getByText('Choisissez un rôle').first().waitFor();
  await typeIn(page, 'Prénom et nom', 'Rose Payet');
  await typeIn(page, 'Adresse électronique', 'rose@ml-nord.demo');
  await typeIn(page, 'Code de l’organisme', '97411S00');
  await tabTo(page, 'Rôle');
  await choose(page, 'Conseil aux jeunes');
  await press(page, 'Créer le compte');
  await title(page, 'Compte créé, à approuver');
  await press(page, 'Voir le compte');
  await title(page, 'Rose Payet');

  await page.goto(`${demonstration.url}/admin/comptes?onglet=tous&recherche=smv-brest`);
  await press(page, 'Maëlle Kerjean');
  await title(page, 'Maëlle Kerjean');
  await press(page, 'Suspendre le compte');
  await press(page, 'Suspendre le compte');
  await page.getByText('Compte suspendu.').waitFor();
  await press(page, 'Rouvrir le compte');
  await page.getByText('Compte rouvert.').waitFor();
  expect(await page.locator('main').innerText()).toContain('Ouvert');
  await page.context().close();
});

it('With the keyboard alone, a recruiter says who a doubtful line is about and takes it back', async () => {
  await prepareExchange(demonstration, 'echanges@rsma-re.demo');
  const page = await open('recrutement@rsma-re.demo');
  await press(page, 'Identités à vérifier');
  await title(page, 'Identités à vérifier');
  await press(page, await page.locator('tbody th a').first().innerText());
  await title(page, 'Même personne ?');
  await press(page, 'C’est une autre personne');
  await page.getByText('Votre décision est enregistrée.').waitFor();
  await press(page, 'Annuler la décision');
  await page.getByText('la ligne attend de nouveau').waitFor();
  await press(page, 'Identités à vérifier');
  await title(page, 'Identités à vérifier');
  expect(await page.locator('tbody tr').count()).toBe(1);
  await page.context().close();
});
