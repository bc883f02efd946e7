import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { addressToUnit, refer, title, type Young } from './support/refer.js';
import { fillDay, incorporate, said, select, submit } from './support/serve.js';

// One young person, in a real browser: referred, selected, incorporated, gone before the end, taken up
// by the mission locale, told to the unit, and referred again.

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 180_000);
afterAll(() => demonstration?.close());

const YOUNG: Young = {
  surname: 'ZOZIME',
  firstName: 'Apolline',
  year: '2004',
  imiloId: '87770003',
};
const NAME = `${YOUNG.surname} ${YOUNG.firstName}`;

async function leave(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Enregistrer une sortie' }).click();
  await fillDay(page, 'sortie', 0);
  await page.getByLabel('Motif').selectOption('DENONCIATION_VOLONTAIRE');
  await page.getByLabel('Situation à la sortie').selectOption('SANS_SOLUTION');
  await page.locator('[name="accompagnement"][value="oui"]').check();
  await submit(page, 'Enregistrer une sortie');
  await said(page, 'Sortie enregistrée');
}

async function takeBack(page: Page): Promise<void> {
  await page.goto(demonstration.url);
  await page.getByRole('link', { name: /retours? à prendre en charge/ }).click();
  await page.getByRole('link', { name: NAME }).click();
  await title(page, NAME);
  await submit(page, 'Prendre en charge');
  await page.getByRole('link', { name: 'Enregistrer un contact ou une réponse' }).click();
  await page.getByLabel(/^Nouveau projet/).check();
  await fillDay(page, 'contact', 0);
  await submit(page, 'Enregistrer');
  await page.getByRole('button', { name: 'Reprendre ce retour' }).waitFor();
}

async function openPerson(page: Page): Promise<void> {
  await page.goto(`${demonstration.url}/jeunes?recherche=${YOUNG.surname}`);
  await page.getByRole('link', { name: NAME }).click();
  await title(page, NAME);
}

/** Who is in charge, what is next and by when: one of each, at the top of the page. */
async function nextStep(page: Page): Promise<string> {
  const step = page.getByRole('region', { name: 'Prochaine action' });
  return step.innerText();
}

it('A young person is referred, leaves before the end, is taken up again and referred again', async () => {
  const adviser = await demonstration.open('conseiller@ml-nord.demo');
  const recruiter = await demonstration.open('recrutement@rsma-re.demo');
  for (const page of [adviser, recruiter]) page.setDefaultTimeout(15_000);
  await refer(adviser, demonstration.url, YOUNG);
  const served = { url: demonstration.url, surname: YOUNG.surname, name: NAME, today: 0 };
  await select(recruiter, served);
  await incorporate(recruiter, served);
  await openPerson(adviser);
  expect(await nextStep(adviser)).toContain('Fin du service');
  await leave(recruiter);
  await adviser.reload();
  expect(await nextStep(adviser)).toContain('Accuser réception du retour');
  await takeBack(adviser);

  await recruiter.goto(`${demonstration.url}/retours?onglet=nouveaux`);
  const news = recruiter.getByRole('row', { name: new RegExp(YOUNG.surname) });
  expect(await news.innerText()).toContain('Clos');

  await openPerson(adviser);
  await submit(adviser, 'Orienter ce jeune');
  await title(adviser, 'Orienter un jeune');
  await adviser.getByText('Étape 2 sur 3').waitFor();
  expect(await adviser.locator('[name="imilo"]').inputValue()).toBe(YOUNG.imiloId);
  await addressToUnit(adviser);
  await recruiter.goto(`${demonstration.url}/candidatures?recherche=${YOUNG.surname}`);
  expect(await recruiter.getByRole('link', { name: NAME }).count()).toBeGreaterThan(0);

  await openPerson(adviser);
  expect(await nextStep(adviser)).toContain('Répondre à l’orientation');
  const path = adviser.getByRole('region', { name: 'Services et devenirs' });
  expect(await path.innerText()).toMatch(/Sorti[^]*Trois mois après la sortie/);
  const returns = adviser.getByRole('region', { name: 'Retours' });
  expect(await returns.innerText()).toMatch(/Clos[^]*Abandon/);
  await adviser.goto(`${demonstration.url}/coherence`);
  expect(await adviser.getByRole('main').innerText()).toContain('Rien à reprendre');
}, 180_000);
