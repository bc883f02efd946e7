import type { Page } from 'playwright-core';
import { dayOf, typeDay } from './support/days.js';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { choose, press, tabTo, tick, typeIn } from './support/keyboard.js';
import { title } from './support/refer.js';

// The way back without a mouse and without script: a service, its month and its end, then what the
// mission locale does of it. The journey of one person with script is in way-back.spec.ts.

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 180_000);
afterAll(() => demonstration?.close());

const said = (page: Page, text: string) => page.getByText(text).first().waitFor();

async function open(email: string, path: string): Promise<Page> {
  const page = await demonstration.open(email, { javaScriptEnabled: false });
  page.setDefaultTimeout(15_000);
  await page.goto(`${demonstration.url}${path}`);
  return page;
}

/** Presses the first name of a list; the name. */
async function pressFirst(page: Page, selector = 'tbody th a'): Promise<string> {
  const name = await page.locator(selector).first().innerText();
  await press(page, name);
  return name;
}

it('With the keyboard alone, an insertion officer begins a service, tells its month and ends it', async () => {
  const page = await open('insertion@rsma-re.demo', '/');
  await press(page, await page.getByRole('link', { name: /jeunes? à incorporer/ }).innerText());
  const name = await pressFirst(page);
  await title(page, 'Enregistrer l’incorporation');
  await press(page, 'Enregistrer l’incorporation');
  await said(page, 'Il y a');
  await tick(page, 'Incorporé');
  await typeDay(page, 0);
  await tabTo(page, 'Type de volontariat');
  await choose(page, 'Volontaire stagiaire');
  await typeDay(page, 300);
  await press(page, 'Enregistrer l’incorporation');
  await title(page, name);

  await press(page, 'Dire la présence du mois');
  await title(page, 'Dire la présence du mois');
  await tick(page, 'En service');
  await press(page, 'Dire la présence du mois');
  await said(page, 'Présence enregistrée');

  await press(page, 'Enregistrer une sortie');
  await title(page, 'Enregistrer une sortie');
  await typeDay(page, 0);
  await tabTo(page, 'Motif');
  await choose(page, 'Départ sans autorisation');
  await tabTo(page, 'Situation à la sortie');
  await choose(page, 'Sans solution');
  await tick(page, 'Oui');
  await press(page, 'Enregistrer une sortie');
  await said(page, 'Sortie enregistrée');
  expect(await page.locator('main').innerText()).toContain('Départ sans autorisation');
  await page.context().close();
});

it('With the keyboard alone, an adviser takes a return up, proposes it elsewhere, and answers it', async () => {
  const page = await open('conseiller@ml-nord.demo', '/retours');
  const name = await pressFirst(page);
  await title(page, name);
  await press(page, 'Prendre en charge');
  await said(page, 'Retour pris en charge');

  await press(page, 'Proposer un transfert');
  await title(page, 'Proposer à une mission locale');
  await tabTo(page, 'Mission locale sollicitée');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Motif');
  await choose(page, 'Le jeune le demande');
  await press(page, 'Proposer');
  await said(page, 'Transfert proposé');
  await press(page, 'Retirer la proposition');
  await said(page, 'Proposition retirée');

  await press(page, 'Enregistrer un contact ou une réponse');
  await title(page, 'Enregistrer un contact ou une réponse');
  await tick(page, 'Rendez-vous pris', 'Nouveau projet en cours');
  await typeDay(page, 0);
  await press(page, 'Enregistrer');
  await said(page, 'Réponse enregistrée');
  expect(await page.locator('main').innerText()).toContain('Nouveau projet en cours');
  await page.context().close();
});

it('With the keyboard alone, an adviser answers a transfer, a milestone, and corrects a person', async () => {
  const page = await open('conseiller@ml-nord.demo', '/retours/transferts');
  const name = await pressFirst(page, '#transferts-recus tbody th a');
  await title(page, name);
  await press(page, 'Accepter le transfert');
  await said(page, 'Transfert accepté');

  await page.goto(`${demonstration.url}/devenirs`);
  await pressFirst(page, 'tbody td a');
  await page.getByText('Sa situation').waitFor();
  await tick(page, 'Contrat à durée indéterminée', 'Formation qualifiante');
  await tick(page, 'Dit par le jeune');
  await press(page, 'Enregistrer');
  await said(page, 'Devenir enregistré');

  await page.goto(`${demonstration.url}/jeunes`);
  await pressFirst(page);
  await press(page, 'Corriger l’identité ou les coordonnées');
  await title(page, 'Corriger l’identité ou les coordonnées');
  await typeIn(page, 'Téléphone', `06924${dayOf(0).join('').slice(0, 5)}`);
  await press(page, 'Enregistrer la correction');
  await said(page, 'Correction enregistrée');
  expect(await page.locator('main').innerText()).toContain('Identité ou coordonnées corrigées');
  await page.context().close();
});
