import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { DatabaseContentStore } from '../../src/exchanges/db/database-content-store.js';
import { DatabaseExchangeLedger } from '../../src/exchanges/db/database-exchange-ledger.js';
import { DatabaseIdentityReviews } from '../../src/exchanges/db/database-identity-reviews.js';
import { NO_ROW, type ExchangeFile } from '../../src/exchanges/domain/exchange-file.js';
import { csvLine, headersOf, sampleCells } from '../../src/exchanges/flow/index.js';
import { SUITES } from '../../src/exchanges/flows/index.js';
import type { Role } from '../../src/kernel/index.js';
import { signedInAs } from '../support/test-authenticator.js';
import { TEST_CIPHER } from '../support/test-cipher.js';
import { aFile, anAnomaly, machineOf, UNIT_ID } from './support/exchange-fixture.js';
import { reportsApp, type ReportsApp } from './support/reports-app.js';

const ledger = new DatabaseExchangeLedger();
const content = new DatabaseContentStore(TEST_CIPHER);
const reviews = new DatabaseIdentityReviews();
const CSV = [headersOf(SUITES), ...sampleCells(SUITES)].map(csvLine).join('');

let service: ReportsApp;
let personId: string;

const asUnit = <T>(work: () => Promise<T>): Promise<T> =>
  service.unitOfWork.run(machineOf('unit'), work);

beforeAll(async () => {
  service = await reportsApp();
  personId = randomUUID();
  await service.database.owner.query(
    `insert into app.young_person
       (id, org_id, birth_name, first_names, sex, birth_date, name_key, first_name_key)
     values ($1, $2, 'PAYET', '{Inès}', 'F', '2005-03-11', 'PAYET', 'INES')`,
    [personId, UNIT_ID],
  );
  await service.database.owner.query(
    `insert into app.person_share (org_id, owner_org_id, person_id, valid_from)
     values ($2, $2, $1, '2026-01-01')`,
    [personId, UNIT_ID],
  );
});

afterAll(() => service.close());

beforeEach(() => {
  service.applyReviewedRow.state = 'A';
});

const settledFiles = () =>
  service.outbox.events
    .filter(({ name }) => name === 'exchange-file.settled.v1')
    .map(({ subjectId }) => subjectId);

/** A file of which line 2 waits for a human, line 3 is applied; its id and that of the review. */
async function inReview(candidateIds: string[] = [personId]): Promise<[ExchangeFile, string]> {
  const counters = { ...NO_ROW, read: 2, applied: 1, inReview: 1 };
  const report = { number: 'CRM-2026-0000043', stage: 'PROVISOIRE', code: 1 } as const;
  const file = aFile({ state: 'applied', step: 'APPLIQUE', counters, report });
  const id = randomUUID();
  const row = { rowId: null, naturalKey: null, resourceId: null, recipientId: null };
  const place = { byteStart: 0, byteEnd: 0, ...row };
  await asUnit(async () => {
    await ledger.insert(file);
    await content.write(file, only(Buffer.from(CSV)));
    await ledger.insertRows(file, [
      { line: 2, state: 'V', ...place },
      { line: 3, state: 'A', ...place },
    ]);
    const level = 'A_CONFIRMER';
    await ledger.insertAnomalies(file, 1, [anAnomaly({ code: 'JUMEAUX_POSSIBLES', level })]);
    const facts = { organisationId: UNIT_ID, fileId: file.id, line: 2, flow: 'SUI', candidateIds };
    await reviews.openAll([{ id, reason: 'JUMEAUX_POSSIBLES', ...facts }]);
  });
  return [file, id];
}

async function* only(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function get(path: string, role: Role = 'recruiter', code = 'RSMA-RE') {
  const server = service.app.getHttpServer();
  return request(server).get(`/api/v1/identity-reviews${path}`).set(signedInAs(role, code));
}

function command(id: string, name: string) {
  return request(service.app.getHttpServer())
    .post(`/api/v1/identity-reviews/${id}/commands/${name}`)
    .set(signedInAs('recruiter', 'RSMA-RE'));
}

function decide(id: string, body: object) {
  return request(service.app.getHttpServer())
    .post(`/api/v1/identity-reviews/${id}/commands/decide`)
    .set(signedInAs('recruiter', 'RSMA-RE'))
    .send(body);
}

const found = (file: ExchangeFile) => asUnit(() => ledger.byId(file.id));

describe('A review of identity', () => {
  it('shows the row beside the files it may speak of, in words and weights', async () => {
    const [file, id] = await inReview();
    const list = await get('?state=open');
    expect(list.body.items[0]).toMatchObject({ id, availableCommands: ['decide'] });
    expect(list.text).not.toContain('PAYET');

    const { body } = await get(`/${id}`);
    expect(body).toMatchObject({
      exchangeId: file.id,
      fileName: file.fileName,
      line: 2,
      reasonText: 'Une autre personne a le même nom et les mêmes date et lieu de naissance.',
      sent: { birthName: 'PAYET', firstName: 'Léa', birthDate: '2005-03-11' },
      candidates: [
        {
          id: personId,
          kind: 'person',
          person: { birthName: 'PAYET', firstNames: ['Inès'] },
          weight: expect.any(Number),
        },
      ],
    });
    expect(body.candidates[0].reasons.length).toBeGreaterThan(1);
    expect(Object.keys(body.candidates[0].person)).not.toContain('phone');
  });

  it('is open to those who review, of the organisation that sent the file', async () => {
    const [, id] = await inReview();
    expect((await get(`/${id}`, 'ml-manager', '97411S00')).status).toBe(404);
    expect((await get(`/${id}`, 'exchange-operator')).status).toBe(403);
  });

  it('gives a cursor that belongs to the state asked for', async () => {
    await inReview();
    await inReview();
    const { body } = await get('?state=open&limit=1');
    expect(body.next).toEqual(expect.any(String));
    const next = await get(`?state=open&limit=1&cursor=${body.next}`);
    expect([next.status, next.body.items.length]).toEqual([200, 1]);
    expect(next.body.items[0].id).not.toBe(body.items[0].id);
    for (const other of ['?state=same-person&', '?']) {
      const refused = await get(`${other}limit=1&cursor=${body.next}`);
      expect([refused.status, refused.body.code]).toEqual([422, 'cursor-invalid']);
    }
  });

  it('applies the row to the chosen file, once', async () => {
    const [file, id] = await inReview();
    const answer = await decide(id, { decision: 'MEME_PERSONNE' });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        state: 'same-person',
        chosenId: personId,
        availableCommands: ['undo'],
      }),
    ]);
    expect((await found(file))?.counters).toMatchObject({ read: 2, applied: 2, inReview: 0 });
    const again = await decide(id, { decision: 'INDECIDABLE' });
    expect([again.status, again.body.code]).toEqual([409, 'identity-review-decided']);
  });

  it('rejects the row of somebody else, and the report says so', async () => {
    const [file, id] = await inReview();
    await decide(id, { decision: 'PERSONNES_DIFFERENTES' }).expect(200);
    const after = await found(file);
    expect(after).toMatchObject({ counters: { applied: 1, inReview: 0, rejected: 1 } });
    expect(after?.report?.code).toBe(2);
    const anomalies = await asUnit(() => ledger.anomalies(file.id));
    expect(anomalies.at(-1)).toMatchObject({
      line: 2,
      code: 'IDENTITE_INCOHERENTE',
      precision: 'PERSONNES_DIFFERENTES',
    });
  });

  it('takes a decision back: the row waits again, and what was said is withdrawn', async () => {
    const [file, id] = await inReview();
    await decide(id, { decision: 'PERSONNES_DIFFERENTES' }).expect(200);
    const standing = () =>
      service.database.owner.query(
        `select says from app.identity_verdict where review_id = $1 and withdrawn_at is null`,
        [id],
      );
    expect((await standing()).rows).toEqual([{ says: 'different' }]);
    const before = await asUnit(() => ledger.anomalies(file.id));

    const undone = await command(id, 'undo');
    expect([undone.status, undone.body.state]).toEqual([200, 'open']);
    expect((await standing()).rows).toEqual([]);
    expect((await found(file))?.counters).toMatchObject({ read: 2, inReview: 1, rejected: 0 });
    expect((await asUnit(() => ledger.anomalies(file.id))).length).toBe(before.length - 1);

    const again = await command(id, 'undo');
    expect([again.status, again.body.code]).toEqual([409, 'identity-review-open']);
    await decide(id, { decision: 'MEME_PERSONNE' }).expect(200);
    expect((await standing()).rows).toEqual([{ says: 'same' }]);
  });

  it('takes back what has changed a file, and tells it to its flow', async () => {
    const [file, id] = await inReview();
    await decide(id, { decision: 'MEME_PERSONNE' }).expect(200);
    const undone = await command(id, 'undo');
    expect([undone.status, undone.body.state]).toEqual([200, 'open']);
    expect(service.applyReviewedRow.takenBack.at(-1)).toEqual(['A', personId]);
    expect((await found(file))?.counters).toMatchObject({ read: 2, applied: 1, inReview: 1 });
  });

  it.each(['A', 'I', 'P', 'R'] as const)(
    'says that the report has changed when the row ends as %s',
    async (state) => {
      const [file, id] = await inReview();
      service.applyReviewedRow.state = state;
      await decide(id, { decision: 'MEME_PERSONNE' }).expect(200);
      expect(settledFiles()).toContain(file.id);
    },
  );

  it('says so for somebody else’s row too', async () => {
    const [file, id] = await inReview();
    await decide(id, { decision: 'PERSONNES_DIFFERENTES' }).expect(200);
    expect(settledFiles().filter((one) => one === file.id)).toHaveLength(1);
  });

  it('leaves an undecidable row in review, for its emitter to correct', async () => {
    const [file, id] = await inReview();
    await decide(id, { decision: 'INDECIDABLE' }).expect(200);
    expect(settledFiles()).toContain(file.id);
    expect((await found(file))?.counters).toMatchObject({ inReview: 1, applied: 1 });
    const anomalies = await asUnit(() => ledger.anomalies(file.id));
    expect(anomalies.at(-1)).toMatchObject({ line: 2, precision: 'INDECIDABLE' });
  });

  it.each([
    ['none of the candidates', () => [personId], { candidateId: randomUUID() }],
    ['no candidate among several', () => [personId, randomUUID()], {}],
    ['no candidate where there is none', () => [], {}],
  ])('needs to be told who it is: %s', async (_, candidates, body) => {
    const [, id] = await inReview(candidates());
    const answer = await decide(id, { decision: 'MEME_PERSONNE', ...body });
    expect([answer.status, answer.body.code]).toEqual([422, 'review-candidate-unknown']);
  });

  it('changes nothing when the row cannot be applied after all', async () => {
    const [file, id] = await inReview();
    service.applyReviewedRow.state = 'V';
    const answer = await decide(id, { decision: 'MEME_PERSONNE' });
    expect([answer.status, answer.body.code]).toEqual([409, 'reviewed-row-doubtful']);
    expect((await found(file))?.counters.inReview).toBe(1);
    expect((await get(`/${id}`)).body.state).toBe('open');
  });
});
