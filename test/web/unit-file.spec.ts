import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

// The page of a file, as the unit works on it, over HTTP and on a real database.

let service: TestApplication;
let rows: SeedRows;
let ml: string;
let unit: string;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  rows = new SeedRows(service.database.owner);
  ml = await rows.known('97411S00');
  unit = await rows.known('RSMA-RE');
});
afterAll(() => service?.close());

/** The address of a file just received. */
async function newFile(): Promise<string> {
  const { candidacyId } = await rows.case(ml, unit);
  return `/candidatures/${candidacyId}`;
}

const as = (role = 'recruiter', code = 'RSMA-RE') => service.person(role, code);
const read = async (address: string, role = 'recruiter') =>
  (await as(role).get(address).set('accept', 'text/html')).text;
const send = (address: string, fields: Record<string, string>, role = 'recruiter') =>
  as(role)
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
async function act(address: string, path: string, fields: Record<string, string> = {}) {
  const version = versionIn(await read(`${address}/${path}`));
  return send(`${address}/${path}`, { version, ...fields });
}
const on = (name: string, text: string) => {
  const [year = '', month = '', day = ''] = text.split('-');
  return { [`${name}-jour`]: day, [`${name}-mois`]: month, [`${name}-annee`]: year };
};
const OUTCOME = { resultat: 'AJOURNE', ...on('decision', '2026-11-25') };

describe('The file of a candidate', () => {
  it('is taken by its unit from reception to the outcome, by pages alone', async () => {
    const address = await newFile();
    const received = await read(address);
    expect(received).toContain('PAYET Léa');
    expect(received).toContain('Accusez réception, puis étudiez le dossier.');

    const acknowledged = await act(address, 'accuse-reception');
    expect([acknowledged.status, acknowledged.headers['location']]).toEqual([303, address]);
    const studied = await read(address);
    expect(studied).not.toContain(`action="${address}/accuse-reception"`);
    expect(studied).toContain('Étudiez le dossier, ou convoquez le jeune.');
    expect((await act(address, 'evaluation')).status).toBe(303);
    expect((await act(address, 'convocation', on('date', '2026-11-24'))).status).toBe(303);
    const fields = { ...OUTCOME, ...on('reexamen', '2027-03-01') };
    const checked = await act(address, 'resultat', { ...fields, etape: 'verifier' });
    expect(checked.status).toBe(200);
    expect(checked.text).toContain('Ajourné, à représenter plus tard');
    expect(checked.text).toContain('1er mars 2027');
    expect(await read(address)).toContain('Convoquée');

    const recorded = await act(address, 'resultat', { ...fields, etape: 'enregistrer' });
    expect(recorded.status).toBe(303);
    const decided = await read(address);
    expect(decided).toContain('Décidée');
    expect(decided).toContain('24 novembre 2026');
    const titles = [...decided.matchAll(/app-timeline__title">([^<]*)</g)].map(([, one]) => one);
    expect(titles).toEqual([
      'Résultat enregistré',
      'Convocation',
      'Mise en évaluation',
      'Réception accusée',
      'Candidature reçue',
    ]);
    expect(decided).toContain('RSMA de La Réunion, recrutement, ');
  });

  it('is closed after a page that says it cannot be undone', async () => {
    const address = await newFile();

    expect(await read(`${address}/cloture`)).toContain('Une candidature close ne se rouvre pas');
    expect((await act(address, 'cloture')).status).toBe(303);

    const closed = await read(address);
    expect(closed).toContain('Close');
    expect(closed).not.toContain('À faire');
  });

  it('is taken up again from the day of the re-examination on', async () => {
    const address = await newFile();
    const early = { ...OUTCOME, ...on('decision', '2026-11-21'), ...on('reexamen', '2026-11-22') };
    await act(address, 'resultat', { ...early, etape: 'enregistrer' });

    expect((await act(address, 'reprise')).status).toBe(303);
    const reopened = await read(address);
    expect(reopened).toContain('En évaluation');
    expect(reopened).toContain('Ajourné, à représenter plus tard, décision du 21 novembre 2026');
    expect(reopened).toMatch(/Résultat après<\/dt><dd[^>]*>aucun/);
  });

  it('keeps the outcome that another replaced, and nothing of what is behind the mask', async () => {
    const address = await newFile();
    const decide = (outcome: Record<string, string>) =>
      act(address, 'resultat', { ...outcome, etape: 'enregistrer' });
    await decide({ resultat: 'INAPTE_DEFINITIF', ...on('decision', '2026-11-20') });
    await decide({ resultat: 'INAPTE_DEFINITIF', ...on('decision', '2026-11-21') });
    await decide({
      resultat: 'APTE_RETENU',
      ...on('decision', '2026-11-23'),
      ...on('incorporation', '2026-11-24'),
    });

    for (const role of ['recruiter', 'insertion-officer']) {
      const replaced = await read(address, role);
      const words = [...replaced.matchAll(/Résultat (avant|après)<\/dt><dd[^>]*>([^<,]*)/g)];
      expect(words.map(([, when, said]) => `${when} ${said}`)).toEqual([
        'avant Non retenu',
        'après Apte – retenu',
        'avant Non retenu',
        'après Non retenu',
      ]);
      expect(replaced).not.toContain('Inapte');
    }
  });

  it('leads a selected candidate to the service that begins, then back to it', async () => {
    const address = await newFile();
    const id = address.split('/').at(-1) ?? '';
    const begin = `/volontaires/nouveau/${id}`;
    expect(await read(address)).not.toContain(begin);
    await act(address, 'resultat', {
      resultat: 'APTE_RETENU',
      ...on('decision', '2026-11-20'),
      ...on('incorporation', '2026-11-21'),
      etape: 'enregistrer',
    });

    for (const role of ['recruiter', 'insertion-officer']) {
      expect(await read(address, role)).toContain(begin);
    }
    expect(await read(address, 'medical-office')).not.toContain(begin);
    const begun = await send(begin, {
      statut: 'INCORPORE',
      volontariat: 'VS',
      ...on('incorporation', '2026-11-21'),
      ...on('fin', '2027-08-31'),
    });
    expect(begun.status).toBe(303);
    const serving = await read(address);
    expect(serving).toContain(`href="${begun.headers['location']}"`);
    expect(serving).not.toContain(begin);
  });
});

describe('An outcome', () => {
  it('asks for what is missing and keeps what was typed', async () => {
    const address = await newFile();
    const answer = await act(address, 'resultat', { ...OUTCOME, etape: 'verifier' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Erreur : Saisir le résultat');
    expect(answer.text).toContain('href="#reexamen"');
    expect(answer.text).toMatch(/value="AJOURNE"[^>]*checked|checked[^>]*value="AJOURNE"/);
    expect(answer.text).toMatch(/name="decision-jour"[^>]*value="25"/);
  });

  it.each([
    [{ ...OUTCOME, resultat: '' }, 'Sélectionnez un résultat'],
    [{ ...OUTCOME, resultat: 'MALADE' }, 'Sélectionnez un résultat de la liste'],
    [{ ...OUTCOME, ...on('decision', '2026-02-31') }, 'La date de la décision doit être une date'],
    [{ resultat: 'ABSENT' }, 'Saisissez la date de la décision'],
    [{ ...OUTCOME, resultat: 'APTE_RETENU' }, 'Indiquez la date d’incorporation prévue'],
    [{ resultat: 'ABSENT', ...on('decision', '2099-01-01') }, 'dans le futur'],
  ])('says of %j what to do', async (fields, sentence) => {
    const answer = await act(await newFile(), 'resultat', { ...fields, etape: 'enregistrer' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
  });

  it('takes no text about health', async () => {
    const form = await read(`${await newFile()}/resultat`);

    expect(form).not.toContain('<textarea');
    const texts = [...form.matchAll(/<input[^>]*type="text"[^>]*name="([^"]*)"/g)];
    expect(
      texts.map(([, name]) => name).filter((name) => !/-(jour|mois|annee)$/.test(name ?? '')),
    ).toEqual([]);
  });

  it('that is medical is read back by the medical office alone', async () => {
    const address = await newFile();
    const medical = { resultat: 'INAPTE_TEMPORAIRE', ...on('reexamen', '2027-05-01') };
    await act(address, 'resultat', { ...OUTCOME, ...medical, etape: 'enregistrer' });

    expect(await read(address, 'medical-office')).toContain('Inaptitude médicale temporaire');
    for (const role of ['recruiter', 'unit-manager', 'insertion-officer']) {
      const page = await read(address, role);
      expect(page).toContain('Non retenu');
      expect(page).not.toMatch(/inaptitude|1er mai 2027/i);
    }
  });

  it('on the day of another decision is refused on its date, with what was typed', async () => {
    const address = await newFile();
    const absent = { resultat: 'ABSENT', ...on('decision', '2026-11-25'), etape: 'enregistrer' };
    await act(address, 'resultat', absent);
    const answer = await act(address, 'resultat', { ...absent, resultat: 'DESISTEMENT' });

    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Une autre décision porte déjà cette date');
    expect(answer.text).toMatch(/name="decision-jour"[^>]*value="25"/);
  });
});

describe('Whoever acts on a file that another changed meanwhile', () => {
  it.each([
    ['convocation', on('date', '2026-11-24')],
    ['resultat', { resultat: 'ABSENT', ...on('decision', '2026-11-25'), etape: 'enregistrer' }],
  ])('is told by the page of %s who did what, and nothing is written', async (path, fields) => {
    const address = await newFile();
    const version = versionIn(await read(`${address}/${path}`));
    await act(address, 'evaluation');
    const late = await send(`${address}/${path}`, { ...fields, version });

    expect(late.status).toBe(409);
    expect(late.text).toContain('n’a pas été enregistrée');
    expect(late.text).toMatch(/Mise en évaluation – RSMA de La Réunion, recrutement/);
    expect(await read(address)).toContain('En évaluation');
  });
});

describe('A page of an act', () => {
  it('is not shown for what the file is past', async () => {
    const address = await newFile();
    expect((await act(address, 'cloture', on('date', '2026-11-24'))).status).toBe(303);
    for (const path of ['convocation', 'resultat', 'cloture', 'reprise']) {
      const answer = await as().get(`${address}/${path}`).set('accept', 'text/html');
      expect([path, answer.status]).toEqual([path, 409]);
      expect(answer.text).toContain('n’est pas possible dans l’état actuel');
      expect(answer.text).not.toContain('name="version"');
    }
  });

  it('speaks of no mission locale where there is none', async () => {
    const personId = await rows.person(unit);
    await rows.share(unit, personId, unit);
    const address = `/candidatures/${await rows.candidacy({ unitId: unit, personId })}`;
    expect(await read(`${address}/accuse-reception`)).toContain('Votre unité note');
    for (const path of ['accuse-reception', 'resultat']) {
      expect(await read(`${address}/${path}`)).not.toMatch(/mission locale/i);
    }
    const checked = await act(address, 'resultat', {
      ...OUTCOME,
      resultat: 'DESISTEMENT',
      etape: 'verifier',
    });
    expect(checked.text).toContain('Le résultat sera enregistré.');
    expect(checked.text).not.toMatch(/à la mission locale/);
  });
});

describe('The pages of a file', () => {
  it('do not know those of another unit, nor what is no act', async () => {
    const address = await newFile();
    for (const path of ['', '/convocation', '/resultat']) {
      expect((await as('recruiter', 'RSMA-YT').get(`${address}${path}`)).status).toBe(404);
    }
    expect((await as().get(`${address}/toString`)).status).toBe(404);
  });

  it('refuse a form of another site', async () => {
    const address = await newFile();
    const answer = await as()
      .post(`${address}/cloture`)
      .set('sec-fetch-site', 'cross-site')
      .type('form')
      .send({ version: '1' });

    expect(answer.status).toBe(403);
    expect(await read(address)).toContain('Reçue');
  });

  it.each([
    ['medical-office', 'Saisir le résultat', 'Clore la candidature'],
    ['insertion-officer', 'aucune action ne vous revient', 'Saisir le résultat'],
  ])('show %s the buttons of the role', async (role, shown, hidden) => {
    const page = await read(await newFile(), role);

    expect(page).toContain(shown);
    expect(page).not.toContain(hidden);
  });
});
