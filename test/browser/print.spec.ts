import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';

// What a page is on paper: the same content, without what only a screen can use.

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 180_000);
afterAll(() => demonstration?.close());

const ADVISER = 'conseiller@ml-nord.demo';
const RECRUITER = 'recrutement@rsma-re.demo';
const LAST_YEAR = new Date().getUTCFullYear() - 1;

/** The words of a page that are on paper. */
async function printed(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  return page.locator('body').innerText();
}

/** What stands out of the sheet is lost: there is no scrolling on paper. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it.each([
  ['the worklist of an adviser', ADVISER, '/orientations', null],
  ['the file of a referral', ADVISER, '/orientations?onglet=toutes', 'tbody th a'],
  ['the worklist of a unit', RECRUITER, '/candidatures', null],
  ['the annual report', 'comite@national.demo', `/rapport/${LAST_YEAR}`, null],
  ['the file of a candidate', RECRUITER, '/candidatures?onglet=toutes', 'tbody th a'],
])('%s keeps its content on paper and leaves the buttons on the screen', async (...of) => {
  const [, email, path, follow] = of;
  const page = await demonstration.open(email, { viewport: { width: 794, height: 1123 } });
  await page.goto(`${demonstration.url}${path}`);
  if (follow !== null) await page.locator(follow).first().click();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const content = (await page.locator('main td, main dd').first().innerText()).trim();
  const text = await printed(page);

  expect(text).toContain(title);
  expect(text).toContain(content);
  expect(text).not.toMatch(/Se déconnecter|Plan du site|Aller au contenu/);
  expect(await page.locator('button:visible, a.fr-btn:visible, nav:visible').count()).toBe(0);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.close();
});
