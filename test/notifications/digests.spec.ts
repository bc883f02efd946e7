import { SendDigestsJob } from '../../src/notifications/jobs/send-digests.job.js';
import { SendInvitationsJob } from '../../src/notifications/jobs/send-invitations.job.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { directBody } from '../permissions/support/direct-body.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { testPersonId } from '../support/test-authenticator.js';
import { MailServer } from './support/mail-server.js';

const ML = '97411S00';
const ADVISER = 'conseil@exemple.test';
const PREFERENCES = '/compte/courriels';

/** In La Réunion, UTC+4. */
const at = (day: string, time = '08:00') => `2026-${day}T${time}:00+04:00`;

let clock: SetClock;
let mails: MailServer;
let service: TestApplication;

beforeAll(async () => {
  clock = new SetClock(at('11-26'));
  mails = await MailServer.start();
  const environment = { SMTP_URL: mails.url, MAIL_FROM: 'passerelle@exemple.test' };
  service = await startTestApplication({ clock, environment });
  await account('ml-adviser', ADVISER);
  await account('admin', 'admin@exemple.test');
});
afterAll(async () => {
  await service?.close();
  await mails?.stop();
});
beforeEach(() => mails.received.splice(0));

async function account(role: 'ml-adviser' | 'admin', email: string): Promise<void> {
  await service.database.owner.query(
    `with one as (insert into app.account (id, email, display_name, state)
       values ($1, $2, 'Maud Orangé', 'active') returning id)
     insert into app.membership (account_id, organisation_id, role, valid_from)
     select one.id, o.id, $3, '2026-01-01' from one, app.organisation o where o.code = $4`,
    [testPersonId(role, ML), email, role, ML],
  );
}

const round = () =>
  service.app
    .get(SendDigestsJob, { strict: false })
    .handle({ id: 'test' } as never, new AbortController().signal);

/** A referral that waits to be sent, of somebody whose name is looked for in the messages. */
let referred = 0;
async function refer(birthName: string): Promise<void> {
  referred += 1;
  const youngPerson = {
    birthName,
    usageName: null,
    firstNames: ['Ysoline'],
    sex: 'F',
    birthDate: '2005-03-11',
    birthPlaceCode: '97411',
    phone: '0692000000',
    email: null,
    address: { street: '1 rue', postalCode: '97400', communeCode: '97411' },
    imiloId: String(88_100_000 + referred),
  };
  await service
    .person('ml-adviser', ML)
    .post('/api/v1/referrals')
    .send({
      unit: 'RSMA-RE',
      youngPerson,
      volunteerType: 'VS',
      diplomaLevel: 'INFRA3_VBIS',
      support: 'AUCUN',
      cejStartsOn: null,
      cejEndsOn: null,
      prerequisites: [],
      informedOn: '2026-11-20',
      noticeVersion: '1',
      submit: false,
    })
    .expect(201);
}

const choose = (frequency: string) =>
  service
    .person('ml-adviser', ML)
    .post(PREFERENCES)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send({ frequence: frequency });

describe('The digest of an adviser', () => {
  it('says nothing while nothing waits', async () => {
    await round();
    expect(mails.received).toEqual([]);
  });

  it('comes once, from half past seven on, with counts, addresses and no name', async () => {
    await refer('Abbadie');
    clock.moveTo(at('11-27', '07:29'));
    await round();
    expect(mails.received).toEqual([]);
    clock.moveTo(at('11-27', '07:30'));
    await round();
    await round();

    expect(mails.received.map(({ to }) => to)).toEqual([[ADVISER]]);
    const source = mails.received[0]?.source ?? '';
    expect(source).toContain('1 orientation à traiter');
    expect(source).toContain(`${service.url.replace('127.0.0.1', 'localhost')}/orientations`);
    expect(source).toContain('Auto-Submitted: auto-generated');
    expect(source).toMatch(/List-Unsubscribe: <[^>]*\/compte\/courriels>/);
    expect(source).not.toMatch(/abbadie|ysoline|orangé/i);
  });

  it('does not come on a Saturday, and on Monday says again what waits', async () => {
    clock.moveTo(at('11-28'));
    await round();
    expect(mails.received).toEqual([]);
    clock.moveTo(at('11-30'));
    await round();
    expect(mails.received).toHaveLength(1);
  });

  it('does not come with the figures of the last one', async () => {
    clock.moveTo(at('12-01'));
    await round();
    expect(mails.received).toEqual([]);
    await refer('Boyer');
    clock.moveTo(at('12-02'));
    await round();
    expect(mails.received[0]?.source).toContain('2 orientations à traiter');
  });

  it('waits for a server that refuses it, whose words about an address are in no log', async () => {
    await refer('Cadet');
    clock.moveTo(at('12-03'));
    mails.isRefusing = true;
    await round();
    mails.isRefusing = false;
    await round();
    expect(mails.received).toEqual([]);
    clock.moveTo(at('12-03', '08:11'));
    await round();
    expect(mails.received).toHaveLength(1);
    expect(service.logged()).toContain('digest.failed');
    expect(service.logged()).not.toContain(ADVISER);
  });

  it('tells an answer once, counts it without naming anybody, and reads nothing', async () => {
    await service.database.owner.query(
      `with one as (select id from app.referral where state = 'draft' order by id limit 1)
       update app.referral r set state = 'decided', outcome_code = 'ABSENT', updated_at = $1,
         outcome_decided_on = '2026-12-03' from one where r.id = one.id`,
      [at('12-03', '12:00')],
    );
    clock.moveTo(at('12-04'));
    await round();
    expect(mails.received[0]?.source).toContain('1 nouvelle réponse arrivée');
    const { rows } = await service.database.owner.query(
      `select command from app.audit_event where actor_id = $1 and command = 'referral.list'`,
      [testPersonId('ml-adviser', ML)],
    );
    expect(rows).toEqual([]);
    mails.received.splice(0);
    await refer('Grondin');
    clock.moveTo(at('12-07'));
    await round();
    expect(mails.received[0]?.source).not.toContain('réponse');
  });

  it('is given up once its day is over', async () => {
    await refer('Dijoux');
    clock.moveTo(at('12-08'));
    mails.isRefusing = true;
    await round();
    mails.isRefusing = false;
    clock.moveTo(at('12-08', '21:00'));
    await round();
    expect(mails.received).toEqual([]);
  });

  it('comes as often as its reader says', async () => {
    await choose('JAMAIS').expect(303);
    await refer('Elmoin');
    clock.moveTo(at('12-09'));
    await round();
    expect(mails.received).toEqual([]);
    await choose('HEBDOMADAIRE').expect(303);
    clock.moveTo(at('12-10'));
    await round();
    expect(mails.received).toEqual([]);
    clock.moveTo(at('12-14'));
    await round();
    expect(mails.received).toHaveLength(1);
  });

  it('is no more for an account that was suspended', async () => {
    await choose('QUOTIDIEN').expect(303);
    await refer('Fontaine');
    await service.database.owner.query(`update app.account set state = 'suspended'`);
    clock.moveTo(at('12-15'));
    await round();
    expect(mails.received).toEqual([]);
  });
});

describe('The page of one’s messages', () => {
  it('shows what was chosen', async () => {
    await choose('HEBDOMADAIRE').expect(303);
    const page = await service
      .person('ml-adviser', ML)
      .get(PREFERENCES)
      .set('accept', 'text/html')
      .expect(200);
    expect(page.text).toMatch(/value="HEBDOMADAIRE"[^>]*checked/);
  });

  it('asks again for a choice that is none', async () => {
    const again = await choose('PARFOIS').expect(422);
    expect(again.text).toContain('Sélectionnez une fréquence');
  });

  it('leaves a line in the journal', async () => {
    const { rows } = await service.database.owner.query(
      `select detail from app.audit_event where command = 'mail.choose-frequency' and result = 'done'`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('The invitation of a direct applicant', () => {
  const EMAIL = 'lea.payet@exemple.test';
  const ADDRESS = '/api/v1/direct-applicants';
  const invite = () =>
    service.app
      .get(SendInvitationsJob, { strict: false })
      .handle({ id: 'test' } as never, new AbortController().signal);
  const recruiter = () => service.person('recruiter', 'RSMA-RE');
  const recorded = async (over: object, email: string | null = EMAIL): Promise<string> => {
    const body = directBody();
    const youngPerson = { ...Object(body['youngPerson']), email };
    const said = { ...body, youngPerson, ...over };
    const made = await recruiter().post(ADDRESS).send(said).expect(201);
    return String(made.body.id);
  };
  const command = (id: string, name: string, body: object) =>
    recruiter().post(`${ADDRESS}/${id}/commands/${name}`).send(body).expect(200);
  beforeEach(() => clock.moveTo(at('11-26')));

  it('says where to go and nothing of anybody, once for each mission locale', async () => {
    const id = await recorded({});
    await invite();
    await invite();
    expect(mails.received.map(({ to }) => to)).toEqual([[EMAIL]]);
    const source = mails.received[0]?.source ?? '';
    expect(source).toContain('Mission locale Nord');
    const [headers = '', text = ''] = source.split('\r\n\r\n', 2);
    expect(headers).not.toContain('List-Unsubscribe');
    const personal = /PAYET|Léa|97411|97400|RSMA|2026|candidat/i;
    expect(`${text}${source.slice(headers.length)}`).not.toMatch(personal);
    expect(headers.replaceAll(EMAIL, '')).not.toMatch(/PAYET|RSMA|97411/i);

    await command(id, 'correct', { outcome: 'AJOURNE' });
    await invite();
    expect(mails.received).toHaveLength(1);
    await command(id, 'correct', { missionLocale: '97410S00' });
    await invite();
    expect(mails.received[1]?.source).toContain('Mission locale Est');
    await command(id, 'withdraw', {});
    await invite();
    expect(mails.received).toHaveLength(2);
  });

  it('goes to nobody without an address, a mission locale or a recent day', async () => {
    await recorded({}, null);
    await recorded({ agreedOn: undefined, youngPerson: undefined });
    await recorded({ decidedOn: '2026-10-01', invitedOn: '2026-10-01' });
    const waiting = await recorded({ residenceCode: '99999' });
    await invite();
    expect(mails.received).toEqual([]);
    await command(waiting, 'assign', { missionLocale: ML });
    await invite();
    expect(mails.received).toHaveLength(1);
  });

  it.each([
    ['is tried again when the server puts it off', 450, 1],
    ['is not tried for ever when the server refuses the address for good', 550, 0],
  ])('%s', async (_title, refusal, times) => {
    await recorded({});
    Object.assign(mails, { isRefusing: true, refusal });
    await invite();
    Object.assign(mails, { isRefusing: false, refusal: 550 });
    expect(mails.received).toEqual([]);
    await invite();
    expect(mails.received).toHaveLength(times);
  });
});
