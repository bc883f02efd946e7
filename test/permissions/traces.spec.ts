import { DatabaseOrganisationDirectory } from '../../src/organisations/db/database-organisation-directory.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { referralBody } from './support/referral-body.js';

// What must be written together (REL-01), and the openings of conclusions, counted (PRV-02, PRV-03).

const ML = '97411S00';
const UNIT = 'RSMA-RE';
const MEDICAL = 'INAPTE_TEMPORAIRE';

let service: TestApplication;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
});
afterAll(() => service?.close());

async function count(sql: string): Promise<number> {
  const { rows } = await service.database.owner.query<{ n: number }>(
    `select count(*)::int as n from ${sql}`,
  );
  return rows[0]?.n ?? -1;
}

const WRITTEN_TOGETHER = [
  'young_person',
  'person_share',
  'referral',
  'referral_transition',
  'candidacy',
  'candidacy_transition',
  'outbox_message',
  'audit_event',
];

async function refer(): Promise<{ status: number; body: Record<string, string> }> {
  const ml = await service.as(ML);
  return ml.post('/api/v1/referrals').send({ ...referralBody(), submit: true });
}

describe('A referral', () => {
  it('is written with its person, its candidacy, its history, its event and its trace', async () => {
    const before = await counts();
    expect((await refer()).status).toBe(201);
    const after = await counts();
    expect(WRITTEN_TOGETHER.filter((table, index) => after[index] === before[index])).toEqual([]);
  });

  it.each(WRITTEN_TOGETHER)('leaves nothing at all when %s cannot be written', async (table) => {
    const { owner } = service.database;
    await owner.query(`create function app.refuse() returns trigger language plpgsql
      as $$ begin raise exception 'refused by the test'; end $$`);
    await owner.query(`create trigger refuse before insert on app.${table}
      for each row execute function app.refuse()`);
    const before = await counts();
    const { status, body } = await refer();
    await owner.query('drop function app.refuse() cascade');
    expect([status, body['code']]).toEqual([500, 'internal-error']);
    expect(JSON.stringify(body)).not.toContain('refused by the test');
    expect(await counts()).toEqual(before);
  });
});

async function counts(): Promise<number[]> {
  const found: number[] = [];
  for (const table of WRITTEN_TOGETHER) found.push(await count(`app.${table}`));
  return found;
}

describe('A medical conclusion', () => {
  let ids: { referral: string; candidacy: string };
  const openings = () => count(`app.audit_event where command = 'medical-conclusion.read'`);

  beforeAll(async () => {
    const { body } = await refer();
    ids = { referral: String(body['id']), candidacy: String(body['candidacyId']) };
    const decided = await service
      .person('recruiter', UNIT)
      .post(`/api/v1/candidacies/${ids.candidacy}/commands/decide`)
      .send({ code: MEDICAL, decidedOn: body['referredOn'], reexaminationOn: '2027-06-01' });
    expect([decided.status, decided.body.outcome?.code]).toEqual([200, 'NON_RETENU']);
  });

  const everywhere = (referral: string, candidacy: string) => [
    ['recruiter', UNIT, `/api/v1/candidacies/${candidacy}`],
    ['unit-manager', UNIT, `/api/v1/candidacies/${candidacy}`],
    ['insertion-officer', UNIT, `/api/v1/candidacies/${candidacy}`],
    ['recruiter', UNIT, '/api/v1/candidacies'],
    ['medical-office', UNIT, '/api/v1/candidacies'],
    ['medical-office', UNIT, '/api/v1/referrals'],
    ['recruiter', UNIT, `/api/v1/referrals/${referral}`],
    ['recruiter', UNIT, `/api/v1/referrals/${referral}/history`],
    ['ml-manager', ML, `/api/v1/referrals/${referral}`],
    ['ml-manager', ML, '/api/v1/referrals'],
    ['ml-adviser', ML, '/api/v1/referrals'],
    ['ml-adviser', ML, `/api/v1/referrals/${referral}/history`],
  ];

  it('is in no list, no history, and on no page of who may not read it', async () => {
    const before = await openings();
    for (const [role = '', code = '', path = ''] of everywhere(ids.referral, ids.candidacy)) {
      const { status, text } = await service.person(role, code).get(path);
      expect([role, path, status, text.includes(MEDICAL)]).toEqual([role, path, 200, false]);
    }
    for (const code of [ML, UNIT]) {
      const machine = await service.as(code);
      const { text } = await machine.get(`/api/v1/referrals/${ids.referral}`).expect(200);
      expect(text).not.toContain(MEDICAL);
    }
    expect(await openings()).toBe(before);
  });

  it('leaves one trace for each time it is opened, with who opened it', async () => {
    const before = await openings();
    const opened: string[] = [];
    for (const [role, code, path] of [
      ['medical-office', UNIT, `/api/v1/candidacies/${ids.candidacy}`],
      ['medical-office', UNIT, `/api/v1/referrals/${ids.referral}`],
      ['ml-adviser', ML, `/api/v1/referrals/${ids.referral}`],
      ['ml-manager', ML, `/api/v1/referrals/${ids.referral}?openingReason=SUIVI_DU_JEUNE`],
    ] as const) {
      const { status, text } = await service.person(role, code).get(path);
      expect([role, status]).toEqual([role, 200]);
      if (text.includes(MEDICAL)) opened.push(role);
    }
    expect(opened).toEqual(['medical-office', 'medical-office', 'ml-adviser', 'ml-manager']);
    expect(await openings()).toBe(before + opened.length);
    const { rows } = await service.database.owner.query<{ role: string; why: string }>(
      `select acting_role as role, detail as why from app.audit_event
       where command = 'medical-conclusion.read' order by recorded_at offset $1`,
      [before],
    );
    expect(rows.map(({ role }) => role)).toEqual(opened);
    expect(rows.at(-1)?.why).toBe('SUIVI_DU_JEUNE');
  });

  it('stays shut to a mission locale whose convention does not release it', async () => {
    const { owner } = service.database;
    const duty = 'medical-conclusion-release';
    await owner.query('update app.convention set duties = array_remove(duties, $1)', [duty]);
    readRegisterAgain();
    const before = await openings();
    const { status, text } = await service
      .person('ml-adviser', ML)
      .get(`/api/v1/referrals/${ids.referral}`);
    await owner.query('update app.convention set duties = array_append(duties, $1)', [duty]);
    readRegisterAgain();
    expect([status, text.includes(MEDICAL)]).toEqual([200, false]);
    expect(await openings()).toBe(before);
  });

  it('is written nowhere in clear', async () => {
    const tables = [
      'candidacy',
      'candidacy_transition',
      'referral',
      'referral_transition',
      'outbox_message',
      'audit_event',
      'idempotency_key',
      'medical_conclusion',
    ];
    for (const table of tables) {
      expect([table, await count(`app.${table} t where t::text like '%INAPTE%'`)]).toEqual([
        table,
        0,
      ]);
    }
    expect(service.logged()).not.toContain('INAPTE');
  });
});

/** The process keeps the register in memory for half a minute. */
function readRegisterAgain(): void {
  const directory = service.app.get(OrganisationDirectory);
  if (directory instanceof DatabaseOrganisationDirectory) directory.forget();
}
