import { localDate } from '../../src/kernel/index.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { testPersonId } from '../support/test-authenticator.js';

// The register of organisations through its pages, on a real database.

let service: TestApplication;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  await service.database.owner.query(
    `insert into app.account (id, email, display_name, state)
     values ($1, 'admin@national.demo', 'Ada Ministre', 'active')`,
    [testPersonId('admin', 'NATIONAL')],
  );
});
afterAll(() => service?.close());

const admin = () => service.person('admin', 'NATIONAL');
const other = () => service.person('admin', 'UNML');

function send(address: string, fields: Readonly<Record<string, string>>, by = admin) {
  return by()
    .post(address)
    .set('accept', 'text/html')
    .set('sec-fetch-site', 'same-origin')
    .type('form')
    .send(fields);
}

async function read(address: string): Promise<string> {
  const answer = await admin().get(address).set('accept', 'text/html').expect(200);
  return answer.text;
}

async function idOf(code: string): Promise<string> {
  const { rows } = await service.database.owner.query<{ id: string }>(
    'select id from app.organisation where code = $1',
    [code],
  );
  return rows[0]?.id ?? '';
}

/** As the form of an organisation says where it is. */
const CONTACT = {
  adresse: '12 rue du Port',
  'code-postal': '97400',
  ville: 'Saint-Denis',
  telephone: '0262 00 00 00',
};

async function rowOf(code: string): Promise<Record<string, unknown>> {
  const { rows } = await service.database.owner.query(
    `select usual_name, name, valid_to::text, service_email, siret, version,
       street, postal_code, town, phone
     from app.organisation where code = $1`,
    [code],
  );
  return rows[0];
}

/** The fields of a form or of a confirmation, as its page would send them. */
function fieldsOf(page: string): Record<string, string> {
  const [, main = ''] = /<main(.*)<\/main>/su.exec(page) ?? [];
  const forms = main.split('<form ').filter((form) => form.includes('method="post"'));
  const inputs = [...(forms[0] ?? '').matchAll(/<input[^>]*>/gu)].map(([input]) => input);
  const selects = [...(forms[0] ?? '').matchAll(/<select[^>]*name="([^"]+)".*?<\/select>/gsu)];
  const attribute = (input: string, name: string): string =>
    new RegExp(`${name}="([^"]*)"`, 'u').exec(input)?.[1] ?? '';
  return Object.fromEntries([
    ...inputs.map((input) => [attribute(input, ' name'), attribute(input, 'value')]),
    ...selects.map(([whole, name]) => {
      const chosen = /<option value="([^"]*)" selected/u.exec(whole)?.[1] ?? '';
      return [name, chosen];
    }),
  ]);
}

async function journal(command: string, code: string): Promise<number> {
  const { rowCount } = await service.database.owner.query(
    `select from app.audit_event e join app.organisation o on o.id = e.org_id
     where e.command = $1 and o.code = $2 and e.actor_id = $3`,
    [command, code, testPersonId('admin', 'NATIONAL')],
  );
  return rowCount ?? 0;
}

const NEW = {
  nature: 'unit',
  code: 'SMV-NANTES',
  nom: 'Centre du SMV de Nantes',
  'nom-usage': 'SMV Nantes',
  dispositif: 'SMV',
  territoire: 'HEXAGONE',
  departement: '44',
  courriel: 'Accueil@smv.example',
  'debut-jour': '1',
  'debut-mois': '9',
  'debut-annee': '2026',
};

describe('The list of organisations', () => {
  it('is searched by code and name, filtered by nature and territory, and counted by state', async () => {
    expect(await read('/admin/organisations')).toContain('RSMA de La Réunion');
    const found = await read('/admin/organisations?recherche=REUNION&nature=unit&territoire=RE');
    expect(found).toContain('RSMA-RE');
    expect(found).not.toContain('97411S00');
    expect(await read('/admin/organisations?recherche=zzz')).toContain('Aucun organisme ne');
  });

  it('is for administrators alone', async () => {
    for (const [role, code] of [
      ['ml-manager', '97411S00'],
      ['unit-manager', 'RSMA-RE'],
      ['national-pilot', 'UNML'],
      ['dpo', 'NATIONAL'],
    ] as const) {
      const answer = await service
        .person(role, code)
        .get('/admin/organisations')
        .set('accept', 'text/html');
      expect([role, answer.status]).toEqual([role, 403]);
    }
  });
});

describe('An organisation', () => {
  it('is added after its values were shown, and then is in the register of everybody', async () => {
    const shown = await send('/admin/organisations/nouveau', NEW).expect(200);
    expect(shown.text).toContain('Vérifier l’organisme à ajouter');
    expect(await idOf('SMV-NANTES')).toBe('');

    const fields = fieldsOf(shown.text);
    expect(fields).toMatchObject({ fuseau: 'Europe/Paris', courriel: 'accueil@smv.example' });
    const added = await send('/admin/organisations', fields).expect(303);

    expect(added.headers['location']).toBe(`/admin/organisations/${await idOf('SMV-NANTES')}`);
    expect(await read(String(added.headers['location']))).toContain('Ada Ministre');
    const api = await (await service.as('97411S00')).get('/api/v1/organisations/SMV-NANTES');
    expect(api.body).toMatchObject({ usualName: 'SMV Nantes', validFrom: '2026-09-01' });
    expect(await journal('organisation.add', 'SMV-NANTES')).toBe(1);
  });

  it('is refused with the reason on each field, and what was typed stays', async () => {
    const bad = { ...NEW, code: '97411S00', nom: '=cmd', territoire: 'ZZ', courriel: 'x' };
    const answer = await send('/admin/organisations/nouveau', bad).expect(422);
    for (const field of ['code', 'nom', 'territoire', 'courriel']) {
      expect(answer.text).toContain(`id="${field}-erreur"`);
    }
    expect(answer.text).toContain('value="=cmd"');
    const twice = await send('/admin/organisations', { ...NEW, code: 'SMV-BREST' }).expect(422);
    expect(twice.text).toContain('porte déjà ce code');
  });

  it('is changed after a look at before and after, once, and what was before can be taken again', async () => {
    const here = `/admin/organisations/${await idOf('97411S00')}`;
    const form = fieldsOf(await read(`${here}/modification`));
    const changed = {
      ...form,
      'nom-usage': 'Mission locale du Nord',
      siret: '13000548100010',
      ...CONTACT,
    };

    const shown = await send(`${here}/modification`, changed).expect(200);
    expect(shown.text).toContain('Mission locale du Nord');
    expect(await rowOf('97411S00')).toMatchObject({ usual_name: 'Mission locale Nord' });
    const fields = fieldsOf(shown.text);
    await send(here, fields).expect(303);
    const late = await send(here, { ...fields, 'nom-usage': 'Autre' }).expect(409);

    expect(late.text).toContain('entre-temps');
    expect(await rowOf('97411S00')).toMatchObject({
      usual_name: 'Mission locale du Nord',
      siret: '13000548100010',
      street: '12 rue du Port',
      postal_code: '97400',
      town: 'Saint-Denis',
      phone: '0262 00 00 00',
      version: 2,
    });
    expect(await journal('organisation.change', '97411S00')).toBe(1);
    const act = /modification\?acte=([0-9a-f-]+)/u.exec(await read(here))?.[1] ?? '';
    const before = fieldsOf(await read(`${here}/modification?acte=${act}`));
    expect(before).toMatchObject({ 'nom-usage': 'Mission locale Nord', siret: '' });
  });

  it('that nothing changes of says so, and offers nothing to apply', async () => {
    const here = `/admin/organisations/${await idOf('97410S00')}`;
    const form = fieldsOf(await read(`${here}/modification`));
    const shown = await send(`${here}/modification`, form).expect(200);
    expect(shown.text).toContain('Rien ne change');
    expect(shown.text).not.toContain('Appliquer les changements');
  });

  it('is closed with what that entails said before, and opened again', async () => {
    const code = '97416S00';
    const here = `/admin/organisations/${await idOf(code)}`;
    const form = fieldsOf(await read(`${here}/modification`));
    const last = { 'fin-jour': '31', 'fin-mois': '12', 'fin-annee': '2025' };

    const shown = await send(`${here}/modification`, { ...form, ...last }).expect(200);
    expect(shown.text).toContain('communes n’auront plus');
    expect(shown.text).toContain('conventions cesseront');
    await send(here, fieldsOf(shown.text)).expect(303);

    expect(await rowOf(code)).toMatchObject({ valid_to: '2025-12-31' });
    expect(await read('/admin/organisations?onglet=clos')).toContain(code);
    const { rows } = await service.database.owner.query(
      `select count(*)::int as n from app.convention c join app.organisation o
         on o.id = c.mission_locale_id where o.code = $1 and c.valid_to is null`,
      [code],
    );
    expect(rows[0].n).toBeGreaterThan(0);
    const directory = service.app.get(OrganisationDirectory);
    const id = await idOf(code);
    const today = localDate(2026, 11, 1);
    expect(await directory.conventionsOn(today, id)).toEqual([]);
    expect(await directory.missionLocaleOf('97416', today)).toEqual({ state: 'unresolved' });
    const again = fieldsOf(await read(`${here}/modification`));
    const none = { 'fin-jour': '', 'fin-mois': '', 'fin-annee': '' };
    const opening = await send(`${here}/modification`, { ...again, ...none }).expect(200);
    await send(here, fieldsOf(opening.text)).expect(303);
    expect(await rowOf(code)).toMatchObject({ valid_to: null });
    expect(await directory.conventionsOn(today, id)).not.toEqual([]);
  });

  it('is never closed by somebody who works for it', async () => {
    const here = `/admin/organisations/${await idOf('NATIONAL')}`;
    const form = fieldsOf(await read(`${here}/modification`));
    const last = { 'fin-jour': '31', 'fin-mois': '12', 'fin-annee': '2030' };

    const own = await send(here, { ...form, ...last }).expect(409);
    expect(own.text).toContain('Vous travaillez pour cet organisme');
    expect(await rowOf('NATIONAL')).toMatchObject({ valid_to: null });
    await send(`${here}/modification`, { ...form, ...last }, other).expect(200);
  });

  it('that does not exist is not found', async () => {
    const nowhere = `/admin/organisations/${testPersonId('dpo', 'NATIONAL')}`;
    const pages = [nowhere, `${nowhere}/modification`].map((address) =>
      admin().get(address).set('accept', 'text/html'),
    );
    const answers = await Promise.all([...pages, send(nowhere, NEW)]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
