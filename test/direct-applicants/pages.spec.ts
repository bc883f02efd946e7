import { CejWorld } from '../cej/support/cej-world.js';

// Direct applicants by page: what a unit records, corrects and prints, what a mission locale answers.

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());

const ADDRESS = '/api/v1/direct-applicants';

describe('The pages', () => {
  const PAGES = '/candidats-directs';
  const as = (side: 'unit' | 'mission-locale') =>
    side === 'unit' ? world.recruiter : world.adviser;
  const read = async (address: string, side: 'unit' | 'mission-locale' = 'unit') => {
    const { text } = await as(side).get(address).set('accept', 'text/html').expect(200);
    return text;
  };
  const post = (address: string, fields: object, side: 'unit' | 'mission-locale' = 'unit') =>
    as(side)
      .post(address)
      .set('sec-fetch-site', 'same-origin')
      .set('accept', 'text/html')
      .type('form')
      .send(fields);
  /** With the version that a page read now would hold. */
  const send = async (
    address: string,
    fields: object,
    side: 'unit' | 'mission-locale' = 'unit',
  ) => {
    const [, , id = ''] = address.split('/');
    const known = id === 'nouveau' ? null : await as(side).get(`${ADDRESS}/${id}`).expect(200);
    return post(address, known ? { version: known.body.version, ...fields } : fields, side);
  };
  const done = async (...act: Parameters<typeof send>) => {
    const answer = await send(...act);
    expect(answer.status).toBe(303);
    return answer;
  };
  const on = (name: string, text: string) => {
    const [year = '', month = '', day = ''] = text.split('-');
    return { [`${name}-jour`]: day, [`${name}-mois`]: month, [`${name}-annee`]: year };
  };
  const said = {
    ...{ suite: 'NON_RETENU', age: '21_23', commune: 'Saint-Denis (974)' },
    ...on('decision', '2026-11-18'),
  };
  const named = {
    ...on('accord', '2026-11-18'),
    ...{ nom: 'FONTAINE', prenoms: 'Lucas', sexe: 'M', 'code-postal': '97400' },
    ...on('naissance', '2004-05-02'),
  };

  it('record somebody, print the letter, add the agreement, and take the answer', async () => {
    const made = await done(`${PAGES}/nouveau`, { ...said, numero: 're-page-1' });
    const page = made.headers['location'] ?? '';
    const letter = await read(`${page}/lettre`);
    expect(letter).toContain('Invitation à la mission locale');
    expect(letter).toContain('transmettons votre nom à personne');
    await as('mission-locale').get(page).set('accept', 'text/html').expect(404);

    await done(`${page}/correction`, { ...said, ...named });
    expect(await read(`${page}/lettre`)).toContain('Bonjour Lucas FONTAINE');
    expect(await read(`${PAGES}?onglet=annonces`, 'mission-locale')).toContain('FONTAINE Lucas');
    expect(await read('/', 'mission-locale')).toContain('à recontacter');
    await done(`${page}/reponse`, { reponse: 'RDV_PRIS' }, 'mission-locale');
    expect(await read(page)).toContain('Rendez-vous');
  });

  it('say what is wrong on its field, and keep what was typed', async () => {
    const wrong = await send(`${PAGES}/nouveau`, { ...said, nom: 'FONTAINE', numero: 'RE-PAGE-2' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="FONTAINE"');
    const nowhere = await send(`${PAGES}/nouveau`, {
      ...{ ...said, commune: 'Atlantide', numero: 'RE-PAGE-3' },
    });
    expect([nowhere.status, nowhere.text.includes('ni une commune ni un pays')]).toEqual([
      422,
      true,
    ]);
  });

  it('choose another mission locale on the correction, where the one that invites has closed', async () => {
    const one = await done(`${PAGES}/nouveau`, { ...said, ...named, numero: 'RE-PAGE-6' });
    const page = one.headers['location'] ?? '';
    expect(await read(`${page}/correction`)).toContain('value="97410S00"');
    const other = { ...said, ...named, 'mission-locale': '97410S00' };
    await done(`${page}/correction`, other);
    expect(await read(page)).toContain('Mission locale Est');
  });

  it('correct what they show, keep what they do not, and write nothing upon what changed', async () => {
    const one = await done(`${PAGES}/nouveau`, {
      ...{
        ...said,
        ...named,
        numero: 'RE-PAGE-5',
        'nom-usage': 'GRONDIN',
        telephone: '0692000000',
      },
      ...{ 'naissance-jour': '', 'naissance-mois': '5' },
    });
    const page = one.headers['location'] ?? '';
    const id = page.split('/').at(-1) ?? '';
    const youngPerson = { priorityDistrict: 'QN97401M', assessedLevel: 'EFFICACE' };
    const known = await world.recruiter
      .post(`${ADDRESS}/${id}/commands/correct`)
      .send({ youngPerson })
      .expect(200);
    const form = await read(`${page}/correction`);
    expect(form).toContain(`name="version" value="${known.body.version}"`);
    expect(form).toMatch(/name="naissance-jour"[^>]*value\/>/);
    for (const shown of [form, await read(page)]) {
      expect(shown).toContain('QN97401M');
      expect(shown).toContain('Niveau efficace');
    }
    const old = { ...said, ...named, invitation: '' };
    const late = await send(`${page}/correction`, {
      ...{ ...old, 'invitation-jour': '20', 'invitation-mois': '5', 'invitation-annee': '2026' },
      ...{ 'decision-jour': '20', 'decision-mois': '5', 'decision-annee': '2026' },
      version: known.body.version,
    });
    expect([late.status, late.text.includes('plus rien n’est gardé')]).toEqual([422, true]);
    const fields = { ...said, ...named, 'naissance-jour': '', 'naissance-mois': '' };
    await done(`${page}/correction`, fields);
    const { body } = await world.recruiter.get(`${ADDRESS}/${id}`).expect(200);
    expect(body.youngPerson).toMatchObject({
      ...youngPerson,
      ...{ birthDate: '2004-00-00', usageName: null, phone: null },
    });

    const { version } = known.body;
    for (const [below, side] of [
      ['correction', 'unit'],
      ['reponse', 'mission-locale'],
      ['retrait', 'unit'],
    ] as const) {
      const stale = { ...fields, suite: 'AJOURNE', reponse: 'RDV_PRIS', version };
      const late = await post(`${page}/${below}`, stale, side);
      expect([below, late.status]).toEqual([below, 409]);
    }
    const now = await world.recruiter.get(`${ADDRESS}/${id}`).expect(200);
    expect(now.body).toEqual(body);
  });

  it('choose a mission locale from the tray, which the home counts', async () => {
    const made = await done(`${PAGES}/nouveau`, {
      ...{ ...said, ...named, commune: '', numero: 'RE-PAGE-4' },
    });
    const page = made.headers['location'] ?? '';
    expect(await read('/')).toContain('à affecter');
    await done(`${page}/mission-locale`, { 'mission-locale': '97410S00' });
    expect(await read(page)).toContain('Mission locale Est');
    await done(`${page}/retrait`, {});
    expect(await read(page)).not.toContain('FONTAINE');
  });
});
