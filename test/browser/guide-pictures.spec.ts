import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from './support/demonstration.js';
import { GUIDE_WINDOW, IMAGES, takePicture } from './support/pictures.js';

// The pictures of the guides: taken here from the demonstration, and by the journey of the operator,
// so that a page that is gone is missed at once and a picture is never of another one.

const DOCS = path.join(process.cwd(), 'docs');
const DRAFT = 'section[aria-labelledby="brouillons-titre"] a';
const FIRST_ROW = 'tbody th a';
const ADVISER = 'conseiller@ml-nord.demo';
const RECRUITER = 'recrutement@rsma-re.demo';
const OPERATOR = 'echanges@rsma-re.demo';
const COMMITTEE = 'comite@national.demo';
const MANAGER = 'responsable@ml-nord.demo';

interface Picture {
  readonly file: string;
  readonly by: string;
  readonly address: string;
  /** Of the page; when absent it is the name of a person. */
  readonly title?: string;
  /** What is to be seen at the top of the picture, when that is below the fold. */
  readonly from?: string;
  /** The link to follow from there, and what is added to its address. */
  readonly follow?: string;
  /** The link to follow from there again. */
  readonly followOn?: string;
  readonly below?: string;
}

const PICTURES: readonly Picture[] = [
  { file: 'conseiller-accueil.png', by: ADVISER, address: '/', title: 'Accueil' },
  {
    file: 'conseiller-orientations.png',
    by: ADVISER,
    address: '/orientations',
    title: 'Orientations',
  },
  {
    file: 'conseiller-etape-1.png',
    by: ADVISER,
    address: '/orientations/nouvelle',
    title: 'Orienter un jeune',
  },
  {
    file: 'conseiller-etape-2.png',
    by: ADVISER,
    address: '/orientations',
    follow: DRAFT,
    title: 'Orienter un jeune',
  },
  {
    file: 'conseiller-etape-3.png',
    by: ADVISER,
    address: '/orientations',
    follow: DRAFT,
    below: '/verification',
    title: 'Vérifier avant de transmettre',
  },
  { file: 'conseiller-jeunes.png', by: ADVISER, address: '/jeunes', title: 'Jeunes' },
  { file: 'conseiller-retours.png', by: ADVISER, address: '/retours', title: 'Retours' },
  {
    file: 'conseiller-transferts.png',
    by: ADVISER,
    address: '/retours/transferts',
    title: 'Transferts proposés',
  },
  { file: 'conseiller-devenirs.png', by: ADVISER, address: '/devenirs', title: 'Devenirs' },
  {
    file: 'conseiller-offre.png',
    by: ADVISER,
    address: '/offres',
    follow: FIRST_ROW,
  },
  {
    file: 'conseiller-seances.png',
    by: ADVISER,
    address: '/seances',
    title: 'Séances d’information',
  },
  {
    file: 'conseiller-seance.png',
    by: ADVISER,
    address: '/seances?onglet=passees',
    follow: FIRST_ROW,
    from: '#inscrits-titre',
  },
  {
    file: 'conseiller-candidats-directs.png',
    by: ADVISER,
    address: '/candidats-directs',
    title: 'Candidats directs',
  },
  {
    file: 'conseiller-doublons.png',
    by: ADVISER,
    address: '/jeunes',
    follow: FIRST_ROW,
    followOn: 'a[href^="/doublons/nouveau/"]',
  },
  { file: 'conseiller-bilans.png', by: MANAGER, address: '/bilans' },
  { file: 'conseiller-bilan.png', by: MANAGER, address: '/bilans/nouveau' },
  { file: 'unite-offres.png', by: RECRUITER, address: '/offres' },
  { file: 'unite-seances.png', by: RECRUITER, address: '/seances', title: 'Séances d’information' },
  {
    file: 'unite-candidats-directs.png',
    by: RECRUITER,
    address: '/candidats-directs',
    title: 'Candidats directs',
  },
  {
    file: 'unite-devenirs.png',
    by: RECRUITER,
    address: '/devenirs?onglet=renseignes',
    title: 'Devenirs',
  },
  { file: 'comite-bilans.png', by: COMMITTEE, address: '/bilans/comite' },
  { file: 'conseiller-cej.png', by: ADVISER, address: '/cej', title: 'CEJ et PACEA' },
  { file: 'unite-volontaires.png', by: RECRUITER, address: '/volontaires', title: 'Volontaires' },
  { file: 'unite-accueil.png', by: RECRUITER, address: '/', title: 'Accueil' },
  {
    file: 'unite-candidatures.png',
    by: RECRUITER,
    address: '/candidatures',
    title: 'Candidatures',
  },
  { file: 'unite-dossier.png', by: RECRUITER, address: '/candidatures', follow: FIRST_ROW },
  {
    file: 'unite-resultat.png',
    by: RECRUITER,
    address: '/candidatures?onglet=resultat',
    follow: FIRST_ROW,
    below: '/resultat',
    title: 'Saisir le résultat',
  },
  {
    file: 'operateur-echanges.png',
    by: OPERATOR,
    address: '/echanges',
    title: 'Échanges de fichiers',
  },
  {
    file: 'operateur-unites.png',
    by: OPERATOR,
    address: '/echanges/unites',
    title: 'Échanges des unités, mois par mois',
  },
  {
    file: 'operateur-depot.png',
    by: OPERATOR,
    address: '/echanges/depot',
    title: 'Déposer un fichier',
  },
  { file: 'comite-indicateurs.png', by: COMMITTEE, address: '/indicateurs' },
  { file: 'comite-rapport.png', by: COMMITTEE, address: '/rapport/2025' },
];

let demonstration: Demonstration;
const windows = new Map<string, Page>();
beforeAll(async () => {
  demonstration = await startDemonstration();
  for (const email of [ADVISER, MANAGER, RECRUITER, OPERATOR, COMMITTEE]) {
    windows.set(email, await demonstration.open(email, GUIDE_WINDOW));
  }
}, 180_000);
afterAll(() => demonstration?.close());

function windowOf(email: string): Page {
  const page = windows.get(email);
  if (!page) throw new Error(`nobody signed in as ${email}`);
  return page;
}

it.each(PICTURES)('$file shows a page that exists', async (picture) => {
  const page = windowOf(picture.by);
  const answer = await page.goto(`${demonstration.url}${await addressOf(page, picture)}`);
  expect(answer?.status()).toBe(200);
  const { title } = picture;
  await page.getByRole('heading', { level: 1, ...(title ? { name: title } : {}) }).waitFor();
  if (picture.from) {
    await page.locator(picture.from).evaluate((element) => {
      Reflect.apply(Reflect.get(element, 'scrollIntoView'), element, []);
    });
  }
  await takePicture(page, picture.file);
});

it('The guides show every picture once', () => {
  const guides = readdirSync(DOCS).filter((file) => /^guide-.*\.md$/.test(file));
  const shown = guides.flatMap((file) => {
    const text = readFileSync(path.join(DOCS, file), 'utf8');
    return [...text.matchAll(/\(images\/([a-z0-9-]+\.png)\)/g)].map(([, image = '']) => image);
  });

  expect(shown.toSorted()).toEqual(readdirSync(IMAGES).toSorted());
  expect(shown).toEqual(expect.arrayContaining(PICTURES.map(({ file }) => file)));
});

async function addressOf(page: Page, picture: Picture): Promise<string> {
  const { address, follow, followOn, below = '' } = picture;
  let reached = address;
  for (const link of [follow, followOn]) {
    if (link === undefined) continue;
    await page.goto(`${demonstration.url}${reached}`);
    reached = `${await page.locator(link).first().getAttribute('href')}`;
  }
  return `${reached}${below}`;
}
