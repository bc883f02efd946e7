import { SeedRows } from '../db/support/seed-rows.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

// The pages of services, as the unit and the mission locale use them, over HTTP and on a real database.

let service: TestApplication;
let rows: SeedRows;
let ml: string;
let unit: string;

beforeAll(async () => {
  service = await startTestApplication({
    isDemonstration: true,
    clock: new SetClock('2026-11-22T08:00:00.000Z'),
  });
  rows = new SeedRows(service.database.owner);
  ml = await rows.known('97411S00');
  unit = await rows.known('RSMA-RE');
});
afterAll(() => service?.close());

const officer = () => service.person('insertion-officer', 'RSMA-RE');
const adviser = () => service.person('ml-adviser', '97411S00');
const read = async (address: string, who = officer()) =>
  (await who.get(address).set('accept', 'text/html')).text;
const send = (address: string, fields: Record<string, string>) =>
  officer()
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);
const on = (name: string, text: string) => {
  const [year = '', month = '', day = ''] = text.split('-');
  return { [`${name}-jour`]: day, [`${name}-mois`]: month, [`${name}-annee`]: year };
};

async function selected(): Promise<string> {
  const { candidacyId } = await rows.case(ml, unit);
  await service
    .person('recruiter', 'RSMA-RE')
    .post(`/api/v1/candidacies/${candidacyId}/commands/decide`)
    .send({ code: 'APTE_RETENU', decidedOn: '2026-11-20', plannedIncorporationOn: '2026-11-21' })
    .expect(200);
  return `/volontaires/nouveau/${candidacyId}`;
}

const BEGUN = {
  statut: 'INCORPORE',
  ...on('incorporation', '2026-11-21'),
  volontariat: 'VS',
  ...on('fin', '2027-08-31'),
  filiere: 'cuisine',
};

async function begun(): Promise<string> {
  const answer = await send(await selected(), BEGUN);
  expect(answer.status).toBe(303);
  return String(answer.headers['location']);
}

async function act(address: string, path: string, fields: Record<string, string>) {
  const form = await read(`${address}/${path}`);
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';
  return send(`${address}/${path}`, { version, ...fields });
}

const EXIT = {
  ...on('sortie', '2026-11-22'),
  motif: 'DEPART_SANS_AUTORISATION',
  situation: 'SANS_SOLUTION',
  accompagnement: 'oui',
  'certifications.PSC1': 'oui',
};

describe('The list of services', () => {
  it('begins with those who are to be incorporated, and empties as it is told', async () => {
    const form = await selected();
    const awaited = await read('/volontaires?onglet=a-incorporer');
    expect(awaited).toContain(form);
    expect(awaited).toContain('Incorporation à confirmer');

    await send(form, BEGUN);
    expect(await read('/volontaires?onglet=a-incorporer')).not.toContain(form);
    expect(await read('/volontaires')).toContain('En service');
  });

  it('awaits a selected candidate whose file is closed, because closing loses nobody', async () => {
    const form = await selected();
    await service
      .person('recruiter', 'RSMA-RE')
      .post(`/api/v1/candidacies/${form.split('/').at(-1)}/commands/close`)
      .send({})
      .expect(200);

    expect(await read('/volontaires?onglet=a-incorporer')).toContain(form);
    expect((await send(form, BEGUN)).status).toBe(303);
  });

  it('is that of the mission locale too, without what only a unit does', async () => {
    const address = await begun();
    const list = await read('/volontaires', adviser());

    expect(list).toContain(address);
    expect(list).toContain('RSMA de La Réunion');
    expect(list).not.toContain('a-incorporer');
    expect((await adviser().get('/volontaires?onglet=a-incorporer')).status).toBe(200);
  });

  it('asks for the presence of the month that is over and for ends that are near, until told', async () => {
    const early = { ...on('incorporation', '2026-10-05'), ...on('fin', '2027-01-21') };
    const answer = await send(await selected(), { ...BEGUN, ...early });
    const address = String(answer.headers['location']);
    const fresh = await begun();
    const views = ['presence-a-dire', 'fin-proche'].map((tab) => `/volontaires?onglet=${tab}`);
    for (const view of views) {
      expect(await read(view)).toContain(address);
      expect(await read(view)).not.toContain(fresh);
      expect(await read(view, adviser())).not.toContain('Présence à dire');
    }
    const asked = (await read('/')).match(/href="\/volontaires[^"]*"[^>]*><span[^>]*>1<\/span>/g);
    expect(asked?.map((one) => /href="([^"]*)"/.exec(one)?.[1])).toEqual([
      '/volontaires/presences',
      '/volontaires?onglet=fin-proche',
    ]);

    await act(address, 'presence', { mois: '2026-10', service: 'present' });
    await act(address, 'modification', on('fin', '2027-01-22'));

    for (const view of views) expect(await read(view)).not.toContain(address);
    expect(await read('/')).not.toMatch(/href="\/volontaires[^"]*"[^>]*><span/);
  });

  it('tells the month of everybody on one sheet, and leaves what another changed', async () => {
    const early = { ...BEGUN, ...on('incorporation', '2026-10-05') };
    const started: string[] = [];
    for (const form of [await selected(), await selected(), await selected()]) {
      started.push(String((await send(form, early)).headers['location']));
    }
    const sheet = await read('/volontaires/presences');
    expect(sheet).toContain('octobre 2026');
    const rows = Object.fromEntries(
      [...sheet.matchAll(/name="(service-\d+)" value="([^"]+)"/g)].map(([, name, token]) => [
        name,
        token,
      ]),
    ) as Record<string, string>;
    const numberOf = (address: string) =>
      Object.entries(rows)
        .find(([, token]) => address.endsWith(token.split(' ')[0] ?? ''))?.[0]
        .split('-')[1];
    const [away = '', changed = '', other = ''] = started;
    expect((await send('/volontaires/presences', { mois: '2026-10', ...rows })).status).toBe(422);
    await act(changed, 'modification', { ...on('fin', '2027-09-30'), filiere: 'cuisine' });

    const said = { [`presence-${numberOf(away)}`]: 'absent', 'autres.present': 'oui' };
    const answer = await send('/volontaires/presences', { mois: '2026-10', ...rows, ...said });

    expect(answer.status).toBe(303);
    expect(await read(away)).toContain('Absent depuis longtemps en octobre 2026');
    expect(await read(other)).toContain('octobre 2026');
    const left = await read('/volontaires/presences');
    expect(left).toContain(changed);
    expect(left).not.toContain(other);
  });

  it('tells nothing of somebody of another unit', async () => {
    const address = await begun();
    const answer = await service
      .person('recruiter', 'RSMA-YT')
      .post('/volontaires/presences')
      .set('sec-fetch-site', 'same-origin')
      .set('accept', 'text/html')
      .type('form')
      .send({
        mois: '2026-11',
        'service-1': `${address.split('/').at(-1)} 1`,
        'presence-1': 'present',
      });

    expect(answer.status).toBe(404);
    expect(await read(address)).not.toContain('En service en novembre');
  });

  it('finds somebody by name or number, and says when it finds nobody', async () => {
    await begun();

    expect(await read('/volontaires?recherche=payet')).toContain('PAYET Léa');
    expect(await read('/volontaires?recherche=zzz')).toContain('Aucun volontaire ne correspond');
    expect(await read('/volontaires?recherche=F-999999')).toContain('Aucun volontaire');
  });
});

describe('A service on its page', () => {
  it('goes from the incorporation to an exit and back, by pages alone', async () => {
    const address = await begun();
    const page = await read(address);
    expect(page).toContain('31 août 2027');
    expect(page).toContain('CUISINE');
    expect((await act(address, 'presence', { mois: '2026-11', service: 'absent' })).status).toBe(
      303,
    );
    expect(await read(address)).toContain('Absent depuis longtemps en novembre 2026');

    expect((await act(address, 'sortie', EXIT)).status).toBe(303);
    const left = await read(address, adviser());
    expect(left).toContain('Départ sans autorisation');
    expect(left).toContain('Premiers secours (PSC1)');
    expect(left).not.toContain('À faire');

    expect((await act(address, 'annulation', {})).status).toBe(303);
    expect(await read(address)).toContain('Sortie annulée');
  });

  it('proposes to correct an exit as it was told', async () => {
    const address = await begun();
    await act(address, 'sortie', EXIT);

    const form = await read(`${address}/correction`);
    expect(form).toMatch(/value="DEPART_SANS_AUTORISATION"[^>]*selected/);
    expect((await act(address, 'correction', { ...EXIT, situation: 'CDI' })).status).toBe(303);
    expect(await read(address)).toContain('Contrat à durée indéterminée');
  });

  it.each([
    [{ ...EXIT, motif: '' }, 'Sélectionnez le motif de la sortie'],
    [{ ...EXIT, motif: 'DESERTION' }, 'Sélectionnez le motif de la sortie'],
    [{ ...EXIT, situation: '' }, 'Sélectionnez la situation à la sortie'],
    [{ ...EXIT, accompagnement: '' }, 'Dites si le jeune souhaite être accompagné'],
    [{ ...EXIT, ...on('sortie', '2026-02-31') }, 'Le jour de la sortie doit être une date réelle'],
    [{ ...EXIT, ...on('sortie', '2026-11-23') }, 'Ce jour n’est pas encore venu.'],
  ])('says of %j what to correct, and keeps what was typed', async (fields, sentence) => {
    const address = await begun();
    const answer = await act(address, 'sortie', fields);

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toMatch(/name="certifications.PSC1"[^>]*checked/);
  });

  it('does not let an old form undo what a colleague told since', async () => {
    const address = await begun();
    const old = /name="version" value="(\d+)"/.exec(await read(`${address}/sortie`))?.[1] ?? '';
    await act(address, 'modification', { ...on('fin', '2027-09-30') });

    const answer = await send(`${address}/sortie`, { version: old, ...EXIT });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Filière, site ou fin prévue modifiés');
  });

  it('is not found under an address that is not one', async () => {
    const address = await begun();

    expect((await officer().get(`${address}/nulle-part`)).status).toBe(404);
    expect((await officer().get('/volontaires/nouveau/x')).status).toBe(404);
    expect((await service.person('recruiter', 'RSMA-YT').get(address)).status).toBe(404);
  });
});
