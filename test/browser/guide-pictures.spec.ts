import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';

// The pictures of the guide: taken here from the demonstration, written only when asked for
// (UPDATE_DOCS=yes), so that a page that is gone is missed at once and a picture is never of another one.

const IMAGES = path.join(process.cwd(), 'docs/images');
const GUIDE = 'docs/guide-conseiller.md';
const ADVISER = 'conseiller@ml-nord.demo';
const DRAFT = 'section[aria-labelledby="brouillons-titre"] a';

interface Picture {
  readonly file: string;
  readonly address: string;
  readonly title: string;
  /** The link to follow from there, and what is added to its address. */
  readonly follow?: string;
  readonly below?: string;
}

const PICTURES: readonly Picture[] = [
  { file: 'conseiller-accueil.png', address: '/', title: 'Accueil' },
  { file: 'conseiller-orientations.png', address: '/orientations', title: 'Orientations' },
  {
    file: 'conseiller-etape-1.png',
    address: '/orientations/nouvelle',
    title: 'Orienter un jeune',
  },
  {
    file: 'conseiller-etape-2.png',
    address: '/orientations',
    follow: DRAFT,
    title: 'Orienter un jeune',
  },
  {
    file: 'conseiller-etape-3.png',
    address: '/orientations',
    follow: DRAFT,
    below: '/verification',
    title: 'Vérifier avant de transmettre',
  },
  { file: 'conseiller-jeunes.png', address: '/jeunes', title: 'Jeunes' },
];

let demonstration: Demonstration;
let window: Page;
beforeAll(async () => {
  demonstration = await startDemonstration();
  window = await demonstration.open(ADVISER, { viewport: { width: 1000, height: 800 } });
}, 180_000);
afterAll(() => demonstration?.close());

it.each(PICTURES)('$file shows a page that exists', async (picture) => {
  const answer = await window.goto(`${demonstration.url}${await addressOf(picture)}`);
  expect(answer?.status()).toBe(200);
  await window.getByRole('heading', { level: 1, name: picture.title }).waitFor();
  const bytes = await window.screenshot();
  if (process.env['UPDATE_DOCS'] === 'yes') writeFileSync(path.join(IMAGES, picture.file), bytes);

  expect(existsSync(path.join(IMAGES, picture.file))).toBe(true);
});

it('The guide shows each of them, and no other', () => {
  const guide = readFileSync(path.join(process.cwd(), GUIDE), 'utf8');
  const shown = [...guide.matchAll(/images\/(conseiller-[a-z0-9-]+\.png)/g)].map(
    ([, file]) => file,
  );

  expect(shown).toHaveLength(PICTURES.length);
  expect(new Set(shown)).toEqual(new Set(PICTURES.map(({ file }) => file)));
});

async function addressOf({ address, follow, below = '' }: Picture): Promise<string> {
  if (follow === undefined) return address;
  await window.goto(`${demonstration.url}${address}`);
  return `${await window.locator(follow).first().getAttribute('href')}${below}`;
}
