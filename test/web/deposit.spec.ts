import { readFileSync } from 'node:fs';
import path from 'node:path';
import type TestAgent from 'supertest/lib/agent.js';
import { addMillis, Clock, instantAt, localDate } from '../../src/kernel/index.js';
import { csvOf, reportOf, type Row } from '../exchanges/support/deposits.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { previewVersion } from './preview-version.js';
import { RIGHT } from './unit-row.js';

// A file deposited on a page, over HTTP and on a real database: looked at first, sent over the line once.

class AutumnClock extends Clock {
  static minutes = 0;
  override now() {
    const start = instantAt(localDate(2026, 11, 22), '08:00', 'UTC');
    return addMillis(start, AutumnClock.minutes * 60_000);
  }
}

/** As LibreOffice saved it: byte order mark, commas, two cells that do not do. */
const SPREADSHEET = readFileSync(
  path.join(process.cwd(), 'test/exchanges/fixtures/libreoffice/sui-utf8-bom.csv'),
);
let service: TestApplication;
let operator: TestAgent;
beforeAll(async () => {
  service = await startTestApplication({ clock: new AutumnClock(), isDemonstration: true });
  operator = service.person('exchange-operator', 'RSMA-RE');
});
afterAll(() => service?.close());
beforeEach(() => {
  AutumnClock.minutes = 0;
});

const send = (bytes: Buffer, fields: Row = {}, agent = operator) => {
  const request = agent
    .post('/echanges/depot')
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html');
  for (const [name, value] of Object.entries(fields)) void request.field(name, value);
  return request.attach('fichier', bytes, { filename: 'Classeur Léa PAYET.csv' });
};
const post = (address: string, fields: Row = {}, agent = operator) =>
  agent.post(address).set('sec-fetch-site', 'same-origin').type('form').send(fields);
const read = (address: string, agent = operator) => agent.get(address).set('accept', 'text/html');

async function count(table: string): Promise<number> {
  const sql = `select count(*)::int as n from app.${table}`;
  const { rows } = await service.database.owner.query<{ n: number }>(sql);
  return rows[0]?.n ?? 0;
}

/** The address of the preview of a file. */
async function held(bytes: Buffer, fields?: Row, agent = operator): Promise<string> {
  const { headers } = await send(bytes, fields, agent).expect(303);
  const { location = '' } = headers as { location?: string };
  expect(location).toMatch(/^\/echanges\/depot\/[0-9a-f-]{36}$/);
  return location;
}

describe('A file put down on a page', () => {
  it('is looked at before anything counts: what it is, and what is wrong with it', async () => {
    const before = await count('exchange_file');
    const other = service.person('exchange-operator', 'RSMA-YT');
    const { text } = await read(await held(SPREADSHEET, {}, other), other).expect(200);

    expect(text).toContain('Suites données aux candidatures');
    expect(text).toContain('octobre 2026');
    expect(text).toContain('UTF-8, séparateur virgule');
    expect(text).toContain('2\u00A0lignes seraient rejetées sur 6');
    expect(text).toContain('<code>date_suite</code>');
    expect(text).toContain('<code>code_suite</code>');
    expect(text).toContain('Ligne 6');
    expect(text).not.toContain('Classeur');
    expect(await count('exchange_file')).toBe(before);
  });

  it('is read as Excel writes it in French: semicolons, CRLF, texts in quotes', async () => {
    const text = csvOf('SUI', [RIGHT]).toString('utf8');
    const quoted = text.replaceAll(/[^;\r\n]+/g, (cell) => `"${cell}"`);
    const page = await read(await held(Buffer.from(`\uFEFF${quoted}`)));

    expect(page.text).toContain('UTF-8, séparateur point-virgule');
    expect(page.text).toContain('Aucune ligne ne serait rejetée');
  });

  it('is kept sealed, and forgotten once its hour is over', async () => {
    const address = await held(csvOf('SUI', [RIGHT]));
    const { rows } = await service.database.owner.query<{ bytes: Buffer; preview: Buffer }>(
      `select c.bytes, d.preview from app.pending_content c join app.pending_deposit d on d.id = c.file_id
       where d.id = $1`,
      [address.split('/').at(-1)],
    );
    const stored = Buffer.concat(rows.flatMap(({ bytes, preview }) => [bytes, preview]));
    expect(stored.includes('GUESSAN')).toBe(false);
    expect(stored.includes('SUI_P')).toBe(false);

    AutumnClock.minutes = 61;
    await read(address).expect(404);
    await post(address).expect(404);
  });

  it('that would be refused says why, and is looked at again as something else without being sent again', async () => {
    const address = await held(csvOf('SUI', [RIGHT]), { nature: 'R', mois: '2026-10' });
    const refused = await read(address);
    expect(refused.text).toContain('Aucun fichier initial');

    const { text } = await read(await held(Buffer.from('nom;prenom\r\nPAYET;Léa\r\n')));
    expect(text).toContain('Ce fichier serait refusé en entier');
    expect(text).not.toContain('>Déposer le fichier<');

    await post(`${address}/choix`, { nature: 'I', mois: '2026-10' }).expect(303);
    const again = await read(address);
    expect(again.text).not.toContain('Aucun fichier initial');
    expect(again.text).toContain('Aucune ligne ne serait rejetée');
  });

  it('with a column of health is told so, and not one byte of it is kept', async () => {
    const csv = csvOf('SUI', [RIGHT]).toString('utf8');
    const bytes = csv.replaceAll('\r\n', ';x\r\n').replace(/x\r\n/, 'observations_sante\r\n');
    const address = await held(Buffer.from(bytes));

    const { text } = await read(address).expect(200);

    expect(text).toContain('Le contenu de ce fichier n’a pas été gardé');
    expect(text).not.toContain('Vérifier de nouveau');
    expect(await pendingBytesOf(address)).toBe(0);
  });

  it('is deposited by the door of every file, once however often the button is pressed', async () => {
    const address = await held(csvOf('SUI', [RIGHT]));
    const version = await previewVersion(operator, address);
    const press = () => post(address, { version });
    const answers = await Promise.all([press(), press(), press()]);

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const places = new Set(answers.map(({ headers }) => String(headers['location'])));
    expect([...places]).toEqual([expect.stringMatching(/^\/echanges\/[0-9a-f-]{36}$/)]);
    const id = [...places][0]?.split('/').at(-1) ?? '';
    const report = await reportOf(await service.as('RSMA-RE'), id);
    expect(report.compteurs).toMatchObject({ lues: 1, rejetees: 0 });
    expect(report.fichier).toBe('SUI_P_RSMA-RE_2026-10_000001_I_v1.csv');
    const { body } = await (await service.as('RSMA-RE')).get(`/api/v1/exchanges/${id}`);
    expect(body).toMatchObject({ channel: 'page', nature: 'I' });
    const { headers } = await read(address).expect(303);
    expect(headers['location']).toBe(`/echanges/${id}`);
    expect(await pendingBytesOf(address)).toBe(0);
  });

  it('is proposed as a complement once the file of the month is there', async () => {
    const { text } = await read('/echanges/depot').expect(200);

    expect(text).toMatch(/value="C" checked/);
  });

  it('whose rows name their type and recipient wrongly is told so line by line, not refused whole', async () => {
    const wrong = { ...RIGHT, type_ligne: 'situ', code_structure: 'chez Léa' };
    const { text } = await read(await held(csvOf('SUI', [wrong, RIGHT]), { nature: 'C' }));

    expect(text).not.toContain('refusé en entier');
    expect(text).toContain('<code>type_ligne</code>');
  });

  it.each([
    ['no file', Buffer.alloc(0), {}, 'fichier', ''],
    ['an unknown month', csvOf('SUI', [RIGHT]), { mois: '2019-01' }, 'mois', 'x.csv'],
    ['an unknown nature', csvOf('SUI', [RIGHT]), { nature: 'Z' }, 'nature', 'x.csv'],
  ])('says what misses: %s', async (_what, bytes, fields: Row, field, filename) => {
    const request = operator.post('/echanges/depot').set('sec-fetch-site', 'same-origin');
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    const { text, status } = await request.attach('fichier', bytes, { filename });

    expect(status).toBe(422);
    expect(text).toContain(`<a href="#${field}">`);
    expect(text).toContain('<title>Erreur : ');
  });

  it('is given up at will', async () => {
    const address = await held(csvOf('SUI', [RIGHT]), { nature: 'C' });
    await post(`${address}/abandon`).expect(303);

    await read(address).expect(404);
    expect(await pendingBytesOf(address)).toBe(0);
  });

  it('is not deposited otherwise than it was looked at', async () => {
    const address = await held(csvOf('SUI', [RIGHT]), { nature: 'C' });
    const before = await count('exchange_file');
    const looked = await previewVersion(operator, address);
    await post(`${address}/choix`, { nature: 'S' }).expect(303);

    for (const fields of [{ version: looked }, { version: '' }]) {
      const { headers } = await post(address, fields).expect(303);
      expect(headers['location']).toBe(address);
    }
    expect(await count('exchange_file')).toBe(before);
    expect(await pendingBytesOf(address)).toBe(1);
    expect((await read(address)).text).toContain('a été vérifié autrement depuis');
  });

  it('is not a colleague’s either', async () => {
    const address = await held(csvOf('SUI', [RIGHT]), { nature: 'C' });
    const version = await previewVersion(operator, address);
    await service.database.owner.query(
      `update app.pending_deposit set depositor_id = 'a colleague' where id = $1`,
      [address.split('/').at(-1)],
    );

    const answers = [
      await read(address),
      await post(address, { version }),
      await post(`${address}/choix`, { nature: 'S' }),
      await post(`${address}/abandon`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await pendingBytesOf(address)).toBe(1);
  });

  it('is nobody else’s', async () => {
    const address = await held(csvOf('SUI', [RIGHT]), { nature: 'C' });
    const stranger = service.person('exchange-operator', 'RSMA-YT');

    const answers = [
      await read(address, stranger),
      await post(address, {}, stranger),
      await post(`${address}/abandon`, {}, stranger),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    await read(address).expect(200);
    const others = ['unit-manager', 'recruiter', 'medical-office'].map((role) =>
      read(address, service.person(role, 'RSMA-RE')),
    );
    const statuses = (await Promise.all(others)).map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403]);
  });

  it('is one of five at most that wait for a person', async () => {
    for (let index = 0; index < 7; index += 1) await held(csvOf('SUI', [RIGHT]), { nature: 'C' });
    const sql = `select count(*)::int as n from app.pending_deposit where file_id is null
      group by depositor_id order by 1 desc`;
    const { rows } = await service.database.owner.query<{ n: number }>(sql);

    expect(rows[0]?.n).toBe(5);
  });

  it('may be a test, which changes nothing', async () => {
    const before = await count('candidacy');
    const address = await held(csvOf('SUI', [{ ...RIGHT, numero_dossier_unite: 'RE-1' }]), {
      'essai.oui': 'oui',
      nature: 'I',
    });
    const { text } = await read(address);
    expect(text).toContain('Déposer l’essai');
    const version = await previewVersion(operator, address);
    const { headers } = await post(address, { version }).expect(303);
    const id = String(headers['location']).split('/').at(-1) ?? '';
    const report = await reportOf(await service.as('RSMA-RE'), id);

    expect(report.essai).toBe(true);
    expect(await count('candidacy')).toBe(before);
  });
});

async function pendingBytesOf(address: string): Promise<number> {
  const { rows } = await service.database.owner.query<{ n: number }>(
    'select count(*)::int as n from app.pending_content where file_id = $1',
    [address.split('/').at(-1)],
  );
  return rows[0]?.n ?? 0;
}
