import { DatabaseOrganisationDirectory } from '../../src/organisations/db/database-organisation-directory.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { ReferralHome } from '../../src/referrals/index.js';
import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { TestAuthenticator, testPersonId } from '../support/test-authenticator.js';
import { both, figures, WorklistOfAdviser } from './worklist-of-adviser.js';

// Who comes back to the adviser in charge from behind a masked answer (ADR 0051), on a real database.

let service: TestApplication;
let rows: SeedRows;
let ml: string;
let unit: string;
const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  service.database.owner.query<Row>(text, values);

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  rows = new SeedRows(service.database.owner);
  ml = await rows.known('97411S00');
  unit = await rows.known('RSMA-RE');
});
afterAll(() => service?.close());

const { get, read, again } = new WorklistOfAdviser(() => service);

describe('Who is unfit for a time', () => {
  const list = '/orientations?onglet=a-representer';
  const answer = (candidacyId: string, outcome: object) =>
    service
      .person('recruiter', 'RSMA-RE')
      .post(`/api/v1/candidacies/${candidacyId}/commands/decide`)
      .send(outcome)
      .expect(200);
  const UNFIT = {
    code: 'INAPTE_TEMPORAIRE',
    decidedOn: '2026-01-20',
    reexaminationOn: '2026-03-02',
  };

  async function answered(outcome: object) {
    const found = await rows.case(ml, unit);
    await sql(
      `update app.referral set referred_on = '2026-01-10',
         submitted_at = '2026-01-10T06:00:00Z' where id = $1`,
      [found.referralId],
    );
    await answer(String(found.candidacyId), outcome);
    return found;
  }
  const inChargeOf = (referralId: string, adviserId: string | null) =>
    sql('update app.referral set adviser_id = $2 where id = $1', [referralId, adviserId]);
  const withoutRelease = async (look: () => Promise<void>): Promise<void> => {
    const duty = 'medical-conclusion-release';
    await sql('update app.convention set duties = array_remove(duties, $1)', [duty]);
    readRegisterAgain();
    try {
      await look();
    } finally {
      await sql('update app.convention set duties = array_append(duties, $1)', [duty]);
      readRegisterAgain();
    }
  };

  it('comes back in the words of a deferral, to the adviser in charge alone', async () => {
    const unfit = await answered(UNFIT);
    await answered({ ...UNFIT, code: 'AJOURNE' });
    await answered({ ...UNFIT, reexaminationOn: '2099-03-02' });
    await answered({ code: 'INAPTE_DEFINITIF', decidedOn: '2026-01-20' });

    const told = await read(list);
    expect(figures(told)).toEqual(both(2));
    expect(told).not.toContain('02/03/2026');
    expect(told).not.toMatch(/Ajourné|Non retenu|inapt|médical|orientations\.csv/i);
    expect(await read('/')).toMatch(/>2<\/span> jeunes à représenter/);

    expect(figures(await read(list, 'ml-manager'))).toEqual(both(1));
    expect(await read('/', 'ml-manager')).toMatch(/>1<\/span> jeune à représenter/);
    await inChargeOf(unfit.referralId, '0b6f6ad8-0000-4000-8000-000000000009');
    expect(figures(await read(list))).toEqual(both(1));
    expect(await read('/')).toMatch(/>1<\/span> jeune à représenter/);
    await inChargeOf(unfit.referralId, testPersonId('ml-adviser', '97411S00'));
    expect(figures(await read(list))).toEqual(both(2));
    await withoutRelease(async () => expect(figures(await read(list))).toEqual(both(1)));
  });

  it('is told nowhere else: no file, no mail, no answer of the API, no day in the journal', async () => {
    const software = await service.as('97411S00');
    const { text: file } = await get('/orientations.csv?onglet=a-representer');
    expect(file.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect(file).not.toContain('NON_RETENU');
    for (const reader of [software, service.person('ml-adviser', '97411S00')]) {
      const { body } = await reader.get('/api/v1/referrals?state=decided').expect(200);
      const masked = body.items.filter(
        (one: { outcome: { code: string } }) => one.outcome.code === 'NON_RETENU',
      );
      expect(masked.length).toBeGreaterThan(0);
      for (const { outcome } of masked) expect(outcome.reexaminationOn).toBeNull();
    }
    const actor = await service.app
      .get(TestAuthenticator)
      .authenticate({ authorization: 'Test ml-adviser@97411S00' });
    expect((await service.app.get(ReferralHome).counts(actor!, null)).toRepresent).toBe(1);

    const { rows: lines } = await sql<{ line: string }>(
      `select to_jsonb(e)::text as line from app.audit_event e
       where command = 'medical-conclusion.day-shown'`,
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const { line } of lines) expect(line).not.toMatch(/2026-03-02|AJOURNE|INAPTE/);
  });

  it('moves and goes with what the unit says, and with what is done for the young person', async () => {
    const unfit = await answered(UNFIT);
    const listed = async () => figures(await read(list)).listed;
    const before = await listed();
    const form = String((await again(unfit.referralId)).headers['location']);
    // The draft is everybody's of the mission locale: a unit in it would say that there is a day.
    expect(await read(form)).not.toMatch(
      /selected[^>]*value="RSMA-RE"|value="RSMA-RE"[^>]*selected/,
    );

    const candidacyId = String(unfit.candidacyId);
    await answer(candidacyId, {
      ...UNFIT,
      decidedOn: '2026-01-21',
      reexaminationOn: '2099-01-05',
    });
    expect(await listed()).toBe(before - 1);
    await answer(candidacyId, { ...UNFIT, decidedOn: '2026-01-22' });
    expect(await listed()).toBe(before);
    await answer(candidacyId, { code: 'ABSENT', decidedOn: '2026-01-23' });
    expect(await listed()).toBe(before - 1);
    await answer(candidacyId, { ...UNFIT, decidedOn: '2026-01-24' });
    expect(await listed()).toBe(before);
    await rows.referral(ml, unit, unfit.personId, 'submitted');
    expect(await listed()).toBe(before - 1);
  });
});

/** The process keeps the register in memory for half a minute. */
function readRegisterAgain(): void {
  const directory = service.app.get(OrganisationDirectory);
  if (directory instanceof DatabaseOrganisationDirectory) directory.forget();
}
