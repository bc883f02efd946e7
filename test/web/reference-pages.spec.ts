import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { testPersonId } from '../support/test-authenticator.js';
import { MARK, REFERENCE_PATH as PATH, ReferenceFiles } from './reference-files.js';

// Reference data as files, through the pages, on a real database.

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

const { admin, put, post, read, exported, held, rows } = new ReferenceFiles(() => service);

const nameOf = (code: string) =>
  rows('select usual_name as name, valid_to::text as last from app.organisation where code = $1', [
    code,
  ]);

describe('A set that is exported and put down as it is', () => {
  it.each(['organismes', 'conventions', 'delais', 'prerequis'])(
    'differs in nothing: %s',
    async (set) => {
      const { page, address, version } = await held(set, await exported(set));
      expect(page).toContain('Aucune différence');
      expect(page).not.toContain('Appliquer les différences');
      expect(version).toBe('');
      await post(address, { version: 'x' }).expect(409);
      await post(`${address}/abandon`).expect(303);
      await admin().get(address).set('accept', 'text/html').expect(404);
    },
  );

  it('differs in nothing for the communes from a day on', async () => {
    const date = { 'debut-jour': '1', 'debut-mois': '3', 'debut-annee': '2027' };
    const { page } = await held('couverture', await exported('couverture'), date);
    expect(page).toContain('Aucune différence');
    expect(page).toContain('01/03/2027');
  });
});

describe('A file of organisations that a spreadsheet wrote', () => {
  it('is shown value by value, applied once, and kept with its hash and who applied it', async () => {
    const before = await exported('organismes');
    const [header = '', ...lines] = before.replace(MARK, '').trimEnd().split('\r\n');
    const changed = lines.map((line) =>
      line.startsWith('SMV-BREST;') ? line.concat('31/12/2027') : line,
    );
    const added =
      'SMV-NANTES;UNITE;SMV;Centre de Nantes;"SMV ""Loire"" ; Nantes";HEXAGONE;;44;;;;;;;01/09/2026;';
    // Byte order mark, semicolons and CRLF: what a spreadsheet saves.
    const file = `${MARK}${[header, ...changed, added].join('\r\n')}\r\n`;

    const { address, page, version } = await held('organismes', file);
    expect(page).toContain('SMV-NANTES');
    expect(page).toContain('31/12/2027');
    expect(await nameOf('SMV-NANTES')).toEqual([]);
    const done = await post(address, { version }).expect(303);
    await post(address, { version }).expect(404);

    expect(done.headers['location']).toBe(`${PATH}/organismes`);
    expect(await nameOf('SMV-NANTES')).toEqual([{ name: 'SMV "Loire" ; Nantes', last: null }]);
    expect(await nameOf('SMV-BREST')).toMatchObject([{ last: '2027-12-31' }]);
    const set = await read(`${PATH}/organismes`);
    expect(set).toContain('Ada Ministre');
    expect(set).toMatch(/<code class="app-break">[0-9a-f]{64}<\/code>/u);
    const kept = await admin().get(`${PATH}/organismes/versions/1`).buffer(true).expect(200);
    expect(kept.text).toBe(file);
    const told = await rows(
      `select command, count(*)::int as n from app.audit_event
       where actor_id = $1 and command like any (array['organisation.%', 'reference.apply'])
       group by command order by command`,
      [testPersonId('admin', 'NATIONAL')],
    );
    expect(told).toEqual([
      { command: 'organisation.add', n: 1 },
      { command: 'organisation.change', n: 1 },
      { command: 'reference.apply', n: 1 },
    ]);
    for (const sql of [
      'delete from app.reference_file where number = 1',
      'update app.reference_file set number = 9 where number = 1',
    ]) {
      await expect(service.database.owner.query(sql)).rejects.toMatchObject({ code: '23001' });
    }
    const again = await held('organismes', file);
    expect(again.page).toContain('Aucune différence');
  });

  it('is read in the alphabet of an old spreadsheet too', async () => {
    const text = (await exported('organismes')).replace(MARK, '');
    const [header = '', ...lines] = text.trimEnd().split('\r\n');
    const line = lines.find((one) => one.startsWith('RSMA-RE;')) ?? '';
    const file = `${header}\r\n${line.replace(';RSMA de La Réunion;', ';Régiment de La Réunion;')}\r\n`;

    const { page } = await held('organismes', Buffer.from(file, 'latin1'));

    expect(page).toContain('Régiment de La Réunion');
  });

  it('of which one line is faulty is not kept, and each fault says its line and what to do', async () => {
    const [header = ''] = (await exported('organismes')).replace(MARK, '').split('\r\n');
    const good = 'SMV-VANNES;UNITE;SMV;Centre de Vannes;SMV Vannes;HEXAGONE;;56;;;;;;;2026-09-01;';
    const bad = 'SMV-X;UNITE;;=cmd;SMV;ZZ;;1;;;;;;;31/02/2026;';
    const twice = good;
    const kind = 'RSMA-RE;NATIONALE;SMA;Un nom;Un nom;RE;;974;;;;;;;2020-01-01;';
    const file = [header, good, bad, twice, kind, 'trop court'].join('\r\n');

    const { text } = await put('organismes', `${file}\r\n`).expect(422);

    expect(text).toContain('Rien n’est gardé de ce fichier');
    expect(text).toContain('Déjà à la ligne 2');
    expect(text).toContain('zéro de tête');
    expect(text).toContain('La nature d’un organisme ne change pas');
    expect(text).toContain('au lieu de 16');
    expect(await nameOf('SMV-VANNES')).toEqual([]);
  });

  it.each([
    ['another header', 'code;nom\r\nX;Y\r\n', 'L’en-tête attendu est'],
    ['a workbook', Buffer.from('PK\x03\x04xl/workbook.xml'), 'n’est pas un CSV'],
    ['empty', '\r\n', 'Ce fichier est vide'],
    ['cut by commas of another table', 'a,b\r\n1,2\r\n', 'séparateur'],
  ])('that is %s is refused with what to do', async (_name, content, said) => {
    const { text } = await put('organismes', content).expect(422);
    expect(text).toContain(said);
  });

  it('without a file says so on the field', async () => {
    const { text } = await admin()
      .post(`${PATH}/couverture`)
      .set('accept', 'text/html')
      .set('sec-fetch-site', 'same-origin')
      .field('debut-jour', '40')
      .expect(422);
    expect(text).toContain('id="fichier-erreur"');
    expect(text).toContain('id="debut-erreur"');
  });

  it('is compared again when the set has changed since it was shown', async () => {
    const text = await exported('organismes');
    const file = text.replace(';Mission locale Nord;', ';Mission locale du Nord;');
    const { address, version } = await held('organismes', file);
    await service.database.owner.query(
      `update app.organisation set siret = '13000548100010' where code = '97411S00'`,
    );

    const late = await post(address, { version }).expect(409);

    expect(late.text).toContain('a changé depuis');
    expect(await nameOf('97411S00')).toMatchObject([{ name: 'Mission locale Nord' }]);
    const now = /name="version" value="([0-9a-f]+)"/u.exec(late.text)?.[1] ?? '';
    await post(address, { version: now }).expect(303);
    expect(await nameOf('97411S00')).toMatchObject([{ name: 'Mission locale du Nord' }]);
  });

  it('never closes the organisation of whoever puts it down', async () => {
    const text = await exported('organismes');
    const line = /^NATIONAL;.*$/mu.exec(text)?.[0].trimEnd() ?? '';
    const answer = await put('organismes', text.replace(line, `${line}2030-12-31`)).expect(422);
    expect(answer.text).toContain('Vous travaillez pour cet organisme');
  });
});

describe('A file of conventions', () => {
  it('adds, changes and ends them, and leaves those that it does not name', async () => {
    const [header = '', ...lines] = (await exported('conventions'))
      .replace(MARK, '')
      .trimEnd()
      .split('\r\n');
    const first = lines.find((one) => one.startsWith('97411S00;RSMA-RE;')) ?? '';
    const [ml, unit, from] = first.split(';');
    const file = [
      header,
      `${ml};${unit};${from};31/12/2027;SUIVI CONCLUSION_MEDICALE`,
      '97411S00;RSMA-YT;2030-01-01;;PRESENCE_REUNIONS',
    ].join('\r\n');

    const { address, version } = await held('conventions', `${file}\r\n`);
    await post(address, { version }).expect(303);

    const found = await rows(
      `select u.code, c.valid_to::text as last, c.duties from app.convention c
         join app.organisation m on m.id = c.mission_locale_id
         join app.organisation u on u.id = c.unit_id
       where m.code = '97411S00' and (u.code = 'RSMA-RE' or c.valid_from = '2030-01-01')
       order by u.code`,
    );
    expect(found).toEqual([
      { code: 'RSMA-RE', last: '2027-12-31', duties: ['medical-conclusion-release', 'follow-up'] },
      { code: 'RSMA-YT', last: null, duties: ['session-presence'] },
    ]);
    const all = await rows('select count(*)::int as n from app.convention');
    expect(all).toEqual([{ n: lines.length + 1 }]);
  });

  it('says what does not do: an unknown party, a last day before the first, an unknown duty', async () => {
    const header = 'code_mission_locale;code_unite;premier_jour;dernier_jour;engagements';
    const file = [header, 'RSMA-RE;SMV-ICI;2026-01-01;2025-01-01;CAFE'].join('\r\n');
    const { text } = await put('conventions', `${file}\r\n`).expect(422);
    expect(text.split('Aucun organisme de cette nature')).toHaveLength(3);
    expect(text).toContain('le premier jour ou après lui');
    expect(text).toContain('PRESENCE_REUNIONS');
  });
});

describe('Reference data', () => {
  it('is for administrators alone', async () => {
    for (const [role, code] of [
      ['ml-manager', '97411S00'],
      ['dpo', 'NATIONAL'],
      ['national-pilot', 'UNML'],
    ] as const) {
      const answer = await service.person(role, code).get(PATH).set('accept', 'text/html');
      expect([role, answer.status]).toEqual([role, 403]);
    }
  });

  it('of an unknown set or version is not found', async () => {
    const addresses = [`${PATH}/rien`, `${PATH}/organismes/versions/9`, `${PATH}/rien/liste.csv`];
    const answers = await Promise.all(
      addresses.map((address) => admin().get(address).set('accept', 'text/html')),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
