import { EXIT, Returning } from '../returns/returning.js';

// The pages of returns, as the mission locale works on them and as the unit reads them.

let at: Returning;
beforeAll(async () => {
  at = await Returning.start();
});
afterAll(() => at?.service.close());

const as = (role: string, code = '97411S00') => at.service.person(role, code);
const read = async (address: string, role = 'ml-adviser', code = '97411S00') =>
  (await as(role, code).get(address).set('accept', 'text/html')).text;
const send = (address: string, fields: Record<string, string>, role = 'ml-adviser') =>
  as(role)
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
const pageOf = ({ address }: { address: string }) => address.replace('/api/v1/returns', '/retours');
const on = (name: string, text: string) => {
  const [year = '', month = '', day = ''] = text.split('-');
  return { [`${name}-jour`]: day, [`${name}-mois`]: month, [`${name}-annee`]: year };
};
/** The count of a tab, by its address. */
const countIn = (html: string, tab: string) =>
  new RegExp(`href="/retours\\?onglet=${tab}"[^]*?(\\d+)</span>`).exec(html)?.[1];
const rowsIn = (html: string) =>
  [...html.matchAll(/href="(\/retours\/[0-9a-f-]{36})"/g)].map(([, href]) => href);

describe('The returns of a mission locale', () => {
  it('that were only prepared and are given up say the planned end, and no exit', async () => {
    const service = await at.inService();
    const announced = { ...EXIT, exitedOn: '2026-12-10' };
    await at.tell(service, 'announce-exit', announced).expect(200);
    const [only] = await at.returnsOf(service);
    expect(only).toMatchObject({ state: 'prepared' });
    await at.tell(service, 'resume').expect(200);

    const page = await read(`/retours/${only?.id}`);
    expect(page).toContain('Retour annulé');
    expect(page).toMatch(/Fin de service prévue le[^]*?31 juillet 2027/);
    expect(page).toMatch(/Fin prévue le[^]*?31 juillet 2027/);
    expect(page).toMatch(/Fin prévue le[^]*?10 décembre 2026/);
    expect(page).not.toContain('Sortie retirée par l’unité');
    expect(page).not.toContain('Sortie le');
  });

  it('are taken up, tried and answered by pages alone, and the unit reads what is new', async () => {
    const page = pageOf(await at.gone());
    const opened = await read(page);
    expect(opened).toContain('PAYET Léa');
    expect(opened).toContain('À prendre en charge');
    expect(opened).toContain('Accuser réception du retour');
    expect(opened).toContain('Avant le 25 novembre 2026.');
    expect(opened).toContain('Dénonciation par le volontaire pendant la période probatoire');
    expect(opened).not.toContain('<title>PAYET');

    const taken = await send(`${page}/prise-en-charge`, { version: versionIn(opened) });
    expect([taken.status, taken.headers['location']]).toEqual([303, page]);
    const late = await send(`${page}/prise-en-charge`, { version: versionIn(opened) });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Prise en charge');

    const form = await read(`${page}/reponse`);
    const version = versionIn(form);
    const empty = await send(`${page}/reponse`, { version, ...on('contact', '2026-11-22') });
    expect([empty.status, empty.text.includes('Choisissez une réponse')]).toEqual([422, true]);
    const early = await send(`${page}/reponse`, {
      version,
      reponse: 'INJOIGNABLE_APRES_RELANCES',
      ...on('contact', '2026-11-22'),
    });
    expect([early.status, early.text.includes('après plusieurs relances')]).toEqual([422, true]);
    const tomorrow = await send(`${page}/reponse`, {
      version,
      reponse: 'RDV_PRIS',
      ...on('contact', '2026-11-23'),
    });
    expect([tomorrow.status, tomorrow.text.includes('pas encore venu')]).toEqual([422, true]);
    const tried = await send(`${page}/reponse`, {
      version,
      reponse: 'CONTACTE_SANS_RETOUR',
      ...on('contact', '2026-11-22'),
    });
    expect(tried.status).toBe(303);
    expect(await read(page)).toContain('Relancer le jeune');

    const news = '/retours?onglet=nouveaux';
    expect(rowsIn(await read(news, 'recruiter', 'RSMA-RE'))).toContain(page);
    expect(await read('/', 'recruiter', 'RSMA-RE')).toContain('avec du nouveau');
    const asUnit = await read(page, 'recruiter', 'RSMA-RE');
    expect(asUnit).toContain('Attendu de');
    expect(asUnit).toContain('Contacté, sans retour de sa part');
    expect(asUnit).not.toContain('<form method="post" action="/retours');
    expect(rowsIn(await read(news, 'recruiter', 'RSMA-RE'))).not.toContain(page);
    expect(rowsIn(await read(news, 'unit-manager', 'RSMA-RE'))).toContain(page);

    const answered = await send(`${page}/reponse`, {
      version: versionIn(await read(`${page}/reponse`)),
      reponse: 'RDV_PRIS',
      ...on('contact', '2026-11-22'),
    });
    expect(answered.status).toBe(303);
    expect(rowsIn(await read(news, 'recruiter', 'RSMA-RE'))).toContain(page);
    expect(await read(page)).toContain('ce retour est clos');
    expect((await as('ml-adviser').get(`${page}/reponse`).set('accept', 'text/html')).status).toBe(
      409,
    );
  });

  it('show minors first, then who is late first, and count what they show', async () => {
    const first = await at.gone();
    const minor = await at.gone();
    await at.service.database.owner.query(
      `update app.young_person set birth_date = '2009-05-00' where id = $1`,
      [minor.personId],
    );
    await at.service.database.owner.query(
      `update app.return_episode set due_on = '2026-11-10' where volunteer_id = $1`,
      [first.volunteerId],
    );
    const last = await at.gone();

    const html = await read('/retours');
    const rows = rowsIn(html).filter((row) =>
      [first, minor, last].map(pageOf).includes(String(row)),
    );
    expect(rows).toEqual([minor, first, last].map(pageOf));
    expect(html).toContain('Mineur');
    expect(html).toContain('en retard de 12\u00A0jours');
    const late = await read('/retours?onglet=en-retard');
    expect(rowsIn(late)).toEqual([pageOf(first)]);
    expect(countIn(late, 'en-retard')).toBe('1');
    const home = await read('/');
    expect(home).toContain('retour en retard');
    expect(home).toContain('retours à prendre en charge');
  });

  it('are not found by a stranger, and closed to who has no part in them', async () => {
    const page = pageOf(await at.gone());
    const status = async (role: string, code: string) =>
      (await as(role, code).get(page).set('accept', 'text/html')).status;

    expect(await status('ml-adviser', '97600S00')).toBe(404);
    expect(await status('unit-manager', 'RSMA-YT')).toBe(404);
    expect(await status('medical-office', 'RSMA-RE')).toBe(403);
    expect(await status('committee-member', 'UNML')).toBe(403);
  });

  it('keep with the unit those whose mission locale is not known', async () => {
    const service = await at.inService({}, true);
    await at
      .tell(service, 'exit', {
        exitedOn: '2026-11-22',
        reason: 'RESILIATION_DEMANDE',
        situation: 'SANS_SOLUTION',
        wantsSupport: false,
        certifications: [],
      })
      .expect(200);

    const html = await read('/retours?onglet=a-rattacher', 'recruiter', 'RSMA-RE');
    expect(rowsIn(html)).toHaveLength(1);
    expect(html).toContain('Rattacher à une mission locale');
    expect(await read('/', 'recruiter', 'RSMA-RE')).toContain('retour à rattacher');
    expect(await read('/retours')).not.toContain('a-rattacher');
  });
});
