import { randomUUID } from 'node:crypto';
import { csvLine, headersOf, sampleCells } from '../../src/exchanges/flow/index.js';
import { SUITES } from '../../src/exchanges/flows/index.js';
import { seedLedger } from '../db/support/seed-ledger.js';
import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { TEST_CIPHER } from '../support/test-cipher.js';

// The queue of doubtful identities as pages, over HTTP and on a real database.

const CSV = [headersOf(SUITES), ...sampleCells(SUITES)].map((cells) => csvLine(cells)).join('');

let service: TestApplication;
let review: string;
const personId = randomUUID();

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  const { owner } = service.database;
  const { rows } = await owner.query<{ id: string }>(
    `select id from app.organisation where code = 'RSMA-RE'`,
  );
  const unit = rows[0]?.id ?? '';
  await seedLedger(new SeedRows(owner), unit);
  const found = await owner.query<{ id: string; file_id: string }>(
    'select id, file_id from app.identity_review where org_id = $1',
    [unit],
  );
  const { id = '', file_id: fileId = '' } = found.rows[0] ?? {};
  review = id;
  await owner.query(
    `insert into app.young_person
       (id, org_id, birth_name, first_names, sex, birth_date, name_key, first_name_key)
     values ($1, $2, 'PAYET', '{Inès}', 'F', '2005-03-11', 'PAYET', 'INES')`,
    [personId, unit],
  );
  await owner.query(
    `insert into app.person_share (org_id, owner_org_id, person_id, valid_from)
     values ($2, $2, $1, '2026-01-01')`,
    [personId, unit],
  );
  const place = { table: 'exchange_content', column: 'bytes', organisationId: unit };
  const { sealed } = TEST_CIPHER.sealBytes(Buffer.from(CSV), { ...place, rowId: `${fileId}:0` });
  await owner.query('update app.exchange_content set bytes = $2 where file_id = $1', [
    fileId,
    sealed,
  ]);
  await owner.query(`update app.exchange_row set state = 'V' where file_id = $1`, [fileId]);
  await owner.query(
    `update app.exchange_file set rows_read = 1, rows_applied = 0, rows_in_review = 1,
       report_number = 'CRM-2026-0000043', report_stage = 'PROVISOIRE', report_code = 1 where id = $1`,
    [fileId],
  );
  await owner.query(
    `update app.identity_review set reason = 'JUMEAUX_POSSIBLES', candidate_ids = $2 where id = $1`,
    [review, [personId]],
  );
});
afterAll(() => service?.close());

const read = (address: string, role = 'recruiter', code = 'RSMA-RE') =>
  service.person(role, code).get(address).set('accept', 'text/html');
const post = (address: string, fields: Readonly<Record<string, string>>) =>
  service
    .person('recruiter', 'RSMA-RE')
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);

const countOf = (html: string) =>
  [...html.matchAll(/<span class="app-count">(\d+)</g)].map(([, count]) => Number(count));

describe('The queue of doubtful identities', () => {
  it('counts what is to be decided by the query of the list, and names nobody', async () => {
    const { text } = await read('/identites').expect(200);

    expect(countOf(text)).toEqual([1, 1]);
    expect(text).toContain(`/identites/${review}`);
    expect(text).not.toContain('PAYET');
  });

  it('shows the row and the file side by side, what speaks for and against', async () => {
    const { text } = await read(`/identites/${review}`).expect(200);

    expect(text).toContain('Même personne ?');
    expect(text).toContain('<mark>');
    expect(text).toMatch(/Nom de naissance.*?>Pour</s);
    expect(text).toMatch(/Premier prénom.*?>Contre</s);
    expect(text).toContain('Inès');
  });

  it.each([
    ['exchange-operator', 'RSMA-RE', 403],
    ['insertion-officer', 'RSMA-RE', 403],
    ['recruiter', 'RSMA-YT', 404],
    ['ml-manager', '97411S00', 404],
  ])('is closed to %s of %s', async (role, code, status) => {
    const answer = await read(`/identites/${review}`, role, code);

    expect(answer.status).toBe(status);
  });

  it('refuses what is no decision, and a file that was not proposed', async () => {
    const decision = `/identites/${review}/decision`;
    expect((await post(decision, { decision: 'PEUT_ETRE' })).status).toBe(409);
    const foreign = { decision: 'MEME_PERSONNE', dossier: randomUUID() };
    const { status, text } = await post(decision, foreign);

    expect(status).toBe(409);
    expect(text).toContain('Votre décision n’a pas été enregistrée');
    expect(countOf((await read('/identites')).text)).toEqual([1, 1]);
  });

  it('takes a decision once, and takes it back', async () => {
    const decision = `/identites/${review}/decision`;
    await post(decision, { decision: 'PERSONNES_DIFFERENTES' }).expect(303);
    expect(countOf((await read('/identites')).text)).toEqual([0, 1]);
    expect((await read(`/identites/${review}`)).text).toContain('Autre personne');
    const late = await post(decision, { decision: 'INDECIDABLE' });
    expect(late.status).toBe(409);

    await post(`/identites/${review}/annulation`, {}).expect(303);
    expect(countOf((await read('/identites')).text)).toEqual([1, 1]);
  });
});

describe('The formats of files', () => {
  it('are for everybody who signs in, with columns, codes and a template', async () => {
    const { text } = await read('/echanges/formats/sui', 'recruiter').expect(200);

    expect(text).toContain('<code>etat_candidature</code>');
    expect(text).toContain('APTE_RETENU');
    expect(text).toContain('/api/v1/flows/sui/template.csv');
    expect((await read('/echanges/formats', 'dpo', 'UNML')).text).toContain(
      '/echanges/formats/ori',
    );
  });

  it('of no flow are unknown', async () => {
    const { status } = await read('/echanges/formats/zzz');

    expect(status).toBe(404);
  });
});
