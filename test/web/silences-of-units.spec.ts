import type { TestApplication } from '../support/test-application.js';
import { startTestApplication } from '../support/test-application.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { referralBody } from '../permissions/support/referral-body.js';

// Silence is never a refusal: a quiet start, then the unit, its manager, and at last a mission locale that
// is free to refer elsewhere; whatever comes after is an answer, and a late one.

const SENT = '2026-11-02T08:00:00.000Z';
const at = (day: string) => clock.moveTo(`${day}T08:00:00.000Z`);

let clock: SetClock;
let service: TestApplication;
beforeAll(async () => {
  clock = new SetClock(SENT);
  service = await startTestApplication({ clock, isDemonstration: true });
});
afterAll(() => service?.close());
beforeEach(async () => {
  at('2026-11-02');
  await service.database.owner.query('truncate app.referral cascade');
});

const adviser = () => service.person('ml-adviser', '97411S00');
const recruiter = () => service.person('recruiter', 'RSMA-RE');
const manager = () => service.person('unit-manager', 'RSMA-RE');

interface Sent {
  readonly id: string;
  readonly youngPerson: { readonly imiloId: string };
  readonly body: object;
}

async function refer(over: object = {}): Promise<Sent> {
  const body = { ...referralBody(), informedOn: '2026-11-01', submit: true, ...over };
  const { body: made } = await adviser().post('/api/v1/referrals').send(body).expect(201);
  return { ...made, body };
}
const read = async (address: string, person = adviser()) => {
  const { text } = await person.get(address).set('accept', 'text/html').expect(200);
  return text;
};
const referral = async ({ id }: Pick<Sent, 'id'>) =>
  (await adviser().get(`/api/v1/referrals/${id}`).expect(200)).body;
const rungOf = async (sent: Sent) => (await referral(sent)).silence?.rung;
/** How many an entry of the home counts; null when it is not there. */
const counted = (html: string, word: string) =>
  new RegExp(`attente=${word}"><span class="app-cards__count">([0-9]+)<`).exec(html)?.[1] ?? null;
const elsewhere = ({ body }: Sent) =>
  adviser()
    .post('/api/v1/referrals')
    .send({ ...body, unit: 'RSMA-YT' });
async function decide({ id }: Pick<Sent, 'id'>, decidedOn: string): Promise<void> {
  const { rows } = await service.database.owner.query<{ id: string }>(
    'select id from app.candidacy where referral_id = $1',
    [id],
  );
  await recruiter()
    .post(`/api/v1/candidacies/${rows[0]?.id}/commands/decide`)
    .send({ code: 'DESISTEMENT', decidedOn })
    .expect(200);
}

describe('The silence of a unit', () => {
  it('begins quietly, then reaches the recruiter, the manager, and frees the mission locale', async () => {
    const sent = await refer();
    const homes = async () => [
      counted(await read('/', recruiter()), 'relancees'),
      counted(await read('/', manager()), 'signalees'),
    ];
    at('2026-11-11');
    expect([await rungOf(sent), await homes()]).toEqual(['quiet', [null, null]]);
    at('2026-11-12');
    expect([await rungOf(sent), await homes()]).toEqual(['reminded', ['1', null]]);
    const list = await read('/candidatures?onglet=toutes&attente=relancees', recruiter());
    expect(list).toContain('1\u00A0candidature');
    expect(await read(`/orientations/${sent.id}`)).toContain('Elle est relancée depuis le');
    // The twentieth day is a Sunday: nobody is told before Monday.
    at('2026-11-22');
    expect([await rungOf(sent), await homes()]).toEqual(['reminded', ['1', null]]);
    at('2026-11-23');
    expect([await rungOf(sent), await homes()]).toEqual(['manager', ['1', '1']]);
    at('2026-12-01');
    expect((await elsewhere(sent)).status).toBe(409);
    expect(await read('/orientations?onglet=en-cours')).toContain(`/orientations/${sent.id}`);
    at('2026-12-02');
    expect(await rungOf(sent)).toBe('freed');
    expect(await read('/orientations')).toContain(`/orientations/${sent.id}`);
    expect(await read(`/orientations/${sent.id}`)).toContain('Proposer à une autre unité');
    expect(await referral(sent)).toMatchObject({ state: 'submitted', outcome: null });
  });

  it('ends with any answer in time, which is not late', async () => {
    const sent = await refer();
    at('2026-12-02');
    await decide(sent, '2026-12-02');
    expect(await referral(sent)).toMatchObject({ silence: null, isAnsweredLate: false });
    expect(counted(await read('/', recruiter()), 'relancees')).toBeNull();
  });

  it('lets another unit be asked by the gesture of the page, and the first one answer late', async () => {
    const sent = await refer();
    at('2026-12-03');
    const page = await read(`/orientations/${sent.id}`);
    const action = /action="([^"]*)"[^>]*>(?:(?!<\/form>)[^])*reprise/.exec(page)?.[1] ?? '';
    const begun = await adviser()
      .post(action)
      .set('sec-fetch-site', 'same-origin')
      .type('form')
      .send({ etape: 'reprise', orientation: sent.id });
    expect(begun.status).toBe(303);

    const next = await elsewhere(sent).expect(201);
    expect(next.body).toMatchObject({ state: 'submitted', unit: { code: 'RSMA-YT' } });
    expect(await referral(sent)).toMatchObject({ state: 'lapsed', outcome: null, silence: null });
    expect(counted(await read('/', recruiter()), 'relancees')).toBeNull();
    const { body: history } = await adviser().get(`/api/v1/referrals/${sent.id}/history`);
    expect(history.items.at(-1)).toMatchObject({ command: 'lapse', role: 'ml-adviser' });

    at('2026-12-07');
    await decide(sent, '2026-12-07');
    expect(await referral(sent)).toMatchObject({ state: 'decided', isAnsweredLate: true });
    expect(await read(`/orientations/${sent.id}`)).toContain('Réponse tardive');
    expect(await referral(next.body)).toMatchObject({ state: 'submitted', isAnsweredLate: false });
  });

  it('is counted by deadlines that are data, from the day they hold', async () => {
    const before = await refer();
    await service.database.owner.query(
      `insert into app.deadline_rule (rule, length, territory, valid_from) values
         ('answer-remind', 3, 'RE', '2026-11-03'), ('answer-free', 8, 'RE', '2026-11-03')`,
    );
    at('2026-11-03');
    const after = await refer();
    expect((await referral(before)).silence).toMatchObject({
      remindedOn: '2026-11-12',
      freedOn: '2026-12-02',
    });
    expect((await referral(after)).silence).toMatchObject({
      remindedOn: '2026-11-06',
      freedOn: '2026-11-12',
    });
    await service.database.owner.query('truncate app.deadline_rule');
  });

  it('is a figure of the committee, apart from the answers in time and from any refusal', async () => {
    const [inTime, late] = [await refer(), await refer(), await refer()];
    at('2026-12-02');
    await decide(inTime, '2026-12-02');
    at('2026-12-07');
    await decide(late, '2026-12-07');
    const { rows } = await service.database.owner.query(
      `select one, total::int from app.committee_answers('2026-12-01', '2026-12-31') order by one`,
    );
    expect(rows).toEqual([
      { one: 'answered-in-time', total: 1 },
      { one: 'answered-late', total: 1 },
      { one: 'answered-not', total: 1 },
    ]);
    const committee = service.person('national-pilot', 'UNML');
    const indicator = await committee.get('/indicateurs/K31').set('accept', 'text/html');
    expect(indicator.text).toContain('Un silence n’est jamais un refus');
  });
});
