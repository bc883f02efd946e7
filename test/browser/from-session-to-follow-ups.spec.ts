import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { dayOf } from './support/days.js';
import { addressToUnit, refer, title, type Young } from './support/refer.js';
import { fillDay, incorporate, said, select, submit } from './support/serve.js';

// One young person, in a real browser, from the information session to what became of them a year after
// the exit: the clock of the service is put forward from one to the next.

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 180_000);
afterAll(() => demonstration?.close());

const ADVISER = 'conseiller@ml-nord.demo';
const RECRUITER = 'recrutement@rsma-re.demo';
const COMMITTEE = 'comite@national.demo';
const YOUNG: Young = {
  surname: 'ZULIMA',
  firstName: 'Octavie',
  year: '2005',
  imiloId: '87770004',
};
const NAME = `${YOUNG.surname} ${YOUNG.firstName}`;
/** After the session, the day on which the young person is referred, begins and leaves. */
const DAY_OF_SERVICE = 2;
/** The year of the service is over by then, wherever one is. */
const DAY_OF_REPORT = DAY_OF_SERVICE + 370;

/** The service a number of days from now, and a window of somebody who signs in on that day. */
async function openOn(day: number, email: string): Promise<Page> {
  await demonstration.goAhead(day);
  const page = await demonstration.open(email);
  page.setDefaultTimeout(15_000);
  return page;
}

/** The mission locale knows the young person by a referral that it took back. */
async function withdraw(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Retirer l’orientation' }).click();
  await submit(page, 'Retirer l’orientation');
  await said(page, 'Orientation retirée');
}

async function openSession(page: Page, view: string): Promise<void> {
  await page.goto(`${demonstration.url}/seances${view}`);
  await page
    .getByRole('row', { name: /Salle des mariages/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByText('Salle des mariages').waitFor();
}

/** A session of the day after, to which the young person is registered. */
async function register(page: Page): Promise<void> {
  await page.goto(`${demonstration.url}/seances/nouvelle`);
  await page.getByLabel('Unité invitée').selectOption('RSMA-RE');
  await fillDay(page, 'jour', 1);
  await page.getByLabel('Heure de début').fill('09:30');
  await page.getByLabel('Lieu').fill('Salle des mariages');
  await page.getByLabel('Nombre de places').fill('12');
  await submit(page, 'Planifier la séance');
  await said(page, 'Séance planifiée');
  await openSession(page, '');
  await page.getByRole('link', { name: 'Inscrire un jeune' }).click();
  await page.getByLabel('Nom, prénom ou numéro i-milo').fill(YOUNG.surname);
  await page.getByLabel('Nom, prénom ou numéro i-milo').press('Enter');
  await submit(page, 'Inscrire');
  await said(page, 'Jeune inscrit à la séance');
}

/** The unit reads how many are registered, never who. */
async function announcePresence(page: Page): Promise<void> {
  await openSession(page, '');
  const shown = await page.getByRole('main').innerText();
  expect(shown).toMatch(/1\sinscrit sur 12\splaces/);
  expect(shown).not.toContain(YOUNG.surname);
}

/** Who came is referred in one gesture: what is known is filled, the session is a prerequisite met. */
async function referWhoCame(page: Page): Promise<void> {
  await openSession(page, '?onglet=passees');
  await submit(page, 'Présent');
  await submit(page, 'Orienter ce jeune');
  await page.getByText('Étape 2 sur 3').waitFor();
  expect(await page.getByLabel(/Séance d’information suivie/).isChecked()).toBe(true);
  await addressToUnit(page);
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Enregistrer une sortie' }).click();
  await fillDay(page, 'sortie', DAY_OF_SERVICE);
  await page.getByLabel('Motif').selectOption('FIN_ANTICIPEE_INSERTION');
  await page.getByLabel('Situation à la sortie').selectOption('CDI');
  await page.locator('[name="accompagnement"][value="non"]').check();
  await submit(page, 'Enregistrer une sortie');
  await said(page, 'Sortie enregistrée');
}

/** The home says that somebody is to be asked; one click answers that nothing changed. */
async function answerInOneClick(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /devenirs? à renseigner/ })
    .first()
    .click();
  await title(page, 'Devenirs');
  const row = page.getByRole('row', { name: new RegExp(YOUNG.surname) });
  await row.getByRole('button', { name: /^Toujours/ }).click();
  await page.goto(`${demonstration.url}/devenirs?onglet=renseignes`);
  await page
    .getByRole('row', { name: new RegExp(YOUNG.surname) })
    .first()
    .waitFor();
}

/** What the page of the young person says of the service and of what became of them. */
async function pathOf(page: Page): Promise<string> {
  await page.goto(`${demonstration.url}/jeunes?recherche=${YOUNG.surname}`);
  await page.getByRole('link', { name: NAME }).click();
  await title(page, NAME);
  return page.getByRole('region', { name: 'Services et devenirs' }).innerText();
}

/** How many began that year in the whole country, as the committee reads it once the year is over. */
async function incorporationsRead(): Promise<string> {
  // The day of the incorporation is written as a civil day: its year is that of the report, in every zone.
  const [, , year] = dayOf(DAY_OF_SERVICE);
  const page = await openOn(DAY_OF_REPORT, COMMITTEE);
  await page.goto(`${demonstration.url}/rapport/${year}`);
  await title(page, `Rapport annuel ${year}`);
  const row = page.getByRole('row', { name: /^K09 Incorporations/ });
  return (await row.first().getByRole('cell').first().innerText()).replace(/\s/g, '');
}

/** What is read with one more: nothing more of a count that is hidden, as in the first days of a half-year. */
function withOneMore(figure: string): RegExp {
  return figure === 'nd' ? /^(nd|\d+)$/ : new RegExp(`^${Number(figure) + 1}$`);
}

it('A young person comes to a session, serves, leaves, is followed for a year and counted', async () => {
  const figureBefore = await incorporationsRead();
  const before = await openOn(0, ADVISER);
  await refer(before, demonstration.url, YOUNG);
  await withdraw(before);
  await register(before);
  await announcePresence(await openOn(0, RECRUITER));

  await referWhoCame(await openOn(DAY_OF_SERVICE, ADVISER));
  const recruiter = await openOn(DAY_OF_SERVICE, RECRUITER);
  const { url } = demonstration;
  const served = { url, surname: YOUNG.surname, name: NAME, today: DAY_OF_SERVICE };
  await select(recruiter, served);
  await incorporate(recruiter, served);
  await leave(recruiter);

  for (const days of [91, 183, 366]) {
    await answerInOneClick(await openOn(DAY_OF_SERVICE + days, ADVISER));
  }
  const adviser = await openOn(DAY_OF_SERVICE + 366, ADVISER);
  expect(await pathOf(adviser)).toMatch(
    /Trois mois[^]*indéterminée[^]*Six mois[^]*indéterminée[^]*(Douze|Un an)[^]*indéterminée/,
  );
  const unit = await openOn(DAY_OF_SERVICE + 366, RECRUITER);
  await unit.goto(`${url}/devenirs?onglet=renseignes`);
  expect(await unit.getByRole('row', { name: new RegExp(YOUNG.surname) }).count()).toBe(3);

  expect(await incorporationsRead()).toMatch(withOneMore(figureBefore));
}, 400_000);
