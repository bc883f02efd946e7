import { ReadingLimits } from '../../src/audit/use-cases/ports.js';
import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ReferringAdviser } from '../web/referring-adviser.js';
import { people as everyRole } from './support/callers.js';
import { Thief, type Ids } from './support/thief.js';

// What somebody takes away who stole a session and follows every link of it (SEC-19).

const CASELOAD = 8;
const ORGANISATION = 12;
const YOUNG_PEOPLE = 24;

let service: TestApplication;
/** Every id there is to guess. */
const ids: Record<keyof Ids, string[]> = {
  person: [],
  referral: [],
  candidacy: [],
  volunteer: [],
  return: [],
  contract: [],
};

beforeAll(async () => {
  service = await startTestApplication({
    isDemonstration: true,
    environment: {
      MAX_PEOPLE_READ_CASELOAD: String(CASELOAD),
      MAX_PEOPLE_READ_ORGANISATION: String(ORGANISATION),
    },
  });
  const rows = new SeedRows(service.database.owner);
  const ml = await rows.known('97411S00');
  const unit = await rows.known('RSMA-RE');
  for (let index = 0; index < YOUNG_PEOPLE; index += 1) {
    const file = await rows.case(ml, unit);
    const { personId, referralId, candidacyId } = file;
    const volunteer = await rows.volunteer(file);
    // Every other one left: their names are in the lists of what became of people.
    if (index % 2 === 1) await rows.left(volunteer);
    ids.volunteer.push(volunteer);
    ids.return.push(await rows.comingBack(file, volunteer));
    ids.contract.push(await rows.contract(file));
    ids.person.push(personId);
    ids.referral.push(referralId);
    ids.candidacy.push(String(candidacyId));
    const name = `VOLE${String(index).padStart(4, '0')}`;
    await service.database.owner.query(
      'update app.young_person set birth_name = $2, name_key = $2 where id = $1',
      [personId, name],
    );
  }
  // A page of convocations to steal from.
  await service.database.owner.query(
    `update app.candidacy set state = 'convoked', convoked_on = '2026-11-24'
     where id in (select id from app.candidacy order by id limit 12)`,
  );
});
afterAll(() => service?.close());

const BOUND: Readonly<Record<string, number>> = {
  'ml-adviser': CASELOAD,
  'ml-manager': ORGANISATION,
  recruiter: ORGANISATION,
  'insertion-officer': CASELOAD,
  'unit-manager': ORGANISATION,
  'medical-office': CASELOAD,
};

describe.each(everyRole())('A thief with the session of $label', ({ role, headers }) => {
  const bound = BOUND[role ?? ''] ?? 0;
  let thief: Thief;

  beforeAll(() => {
    thief = new Thief(service.url, headers);
  });

  it('follows links, searches and exports', async () => {
    await thief.follow();
    expect(thief.visited).toBeGreaterThan(YOUNG_PEOPLE);
    expect(thief.stolen.size).toBeLessThanOrEqual(bound);
  });

  it('guesses ids and names, and has read no more young people than the bound in all', async () => {
    await thief.guess(ids);
    expect(thief.faults).toEqual([]);
    expect(thief.stolen.size).toBeLessThanOrEqual(bound);
    // Had the robot found no way in, it would prove nothing.
    if (bound > 0) expect(thief.stolen.size).toBeGreaterThan(bound / 2);
  });

  it('is told when to come back, and leaves an alert in the journal, each only where there is a bound', async () => {
    expect(thief.waits.every((seconds) => seconds > 0)).toBe(true);
    expect(thief.waits.length > 0).toBe(bound > 0);
    const { rows } = await service.database.owner.query(
      `select from app.audit_event where command = 'reading.bound' and acting_role = $1`,
      [role],
    );
    expect(rows).toHaveLength(bound > 0 ? 1 : 0);
  });
});

describe('Whoever has read all that the account may', () => {
  const adviser = () => service.person('ml-adviser', '97411S00');

  /** A referral that is not among those already read. */
  async function unread(): Promise<string> {
    for (const id of ids.referral) {
      const { status } = await adviser().get(`/api/v1/referrals/${id}`);
      if (status === 429) return id;
    }
    throw new Error('everything was read');
  }

  it('opens the home and the help, and reads a refusal in French that names nobody', async () => {
    const home = await adviser().get('/').set('accept', 'text/html').expect(200);
    expect(home.text).not.toContain('VOLE');
    const { text } = await adviser()
      .get(`/orientations/${await unread()}`)
      .set('accept', 'text/html')
      .expect(429);
    expect(text).toContain(`déjà lu ${CASELOAD} jeunes`);
    expect(text).toContain('Reprenez plus tard');
    expect(text).not.toContain('VOLE');
  });

  it('reads the same by program', async () => {
    const answer = await adviser()
      .get(`/api/v1/referrals/${await unread()}`)
      .expect(429);
    expect(answer.body).toMatchObject({ code: 'reading-bound-reached', bound: CASELOAD });
    expect(Number(answer.headers['retry-after'])).toBe(answer.body.retryAfter);
  });

  it('is told to ask for less by a list that nobody with this role may read at once', async () => {
    const page = await adviser()
      .get('/orientations?onglet=toutes')
      .set('accept', 'text/html')
      .expect(422);
    expect(page.text).toContain(`votre compte peut en lire ${CASELOAD} en 24 heures`);
    expect(page.text).not.toContain('VOLE');
    const { body, headers } = await adviser().get('/api/v1/referrals').expect(422);
    expect(body).toMatchObject({ code: 'too-many-shown-at-once', bound: CASELOAD });
    expect(headers['retry-after']).toBeUndefined();
  });

  it('may still refer somebody, and sees the file that follows', async () => {
    const pages = new ReferringAdviser(service);
    const { check } = await pages.prepared();
    const sent = await pages.press(check);
    expect(sent.status).toBe(303);
    expect((await pages.read(String(sent.headers['location']))).status).toBe(200);
  });

  it('is shown to the data protection officer in the journal', async () => {
    const dpo = service.person('dpo', 'UNML');
    const { text } = await dpo
      .get('/admin/journal?action=reading.bound')
      .set('accept', 'text/html');
    expect(text).toContain('Alerte');
    expect(text).toContain('trop de jeunes en 24 heures');
  });
});

it('Without anything said, a caseload is 300 young people and an organisation 500', async () => {
  const usual = await startTestApplication();
  const { bounds } = usual.app.get(ReadingLimits, { strict: false });
  await usual.close();
  expect(bounds).toEqual({ caseload: 300, organisation: 500 });
});
