import { Emitters, ML, Somebody, newPeople, UNIT, type Sent } from './support/emitters.js';

// An act by API among files (ADR 0017): it counts after what was known when it was done, whatever older
// file comes late, and before what is told later.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

async function referred(): Promise<Somebody> {
  const [one] = newPeople(1);
  const early = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };
  await partners.send('ORI', ML, { nature: 'S', rows: [one!.referred(early)] });
  return one!;
}

async function convoke(one: Somebody): Promise<void> {
  const { id } = await partners.candidacy(one.reference);
  const unit = await partners.service.as(UNIT);
  const act = unit.post(`/api/v1/candidacies/${id}/commands/convoke`);
  await act.send({ effectiveOn: '2026-12-02' }).expect(200);
}

type Step = (one: Somebody, first: number) => Promise<unknown>;

/** A notice of a day, numbered in the order of the days. */
const notice =
  (number: number, day: string, state: string): Step =>
  (one, first) => {
    const rows = [one.answered({ etat_candidature: state, date_etat: day })];
    const sent: Sent = { nature: 'S', period: day, sequence: first + number, rows };
    return partners.send('SUI', UNIT, sent);
  };

const received = notice(1, '2026-11-05', 'RECUE');
const evaluated = notice(2, '2026-11-10', 'EN_EVALUATION');
const evaluatedStill = notice(3, '2026-11-20', 'EN_EVALUATION');
const decided: Step = (one, first) =>
  partners.send('SUI', UNIT, {
    nature: 'S',
    period: '2026-12-03',
    sequence: first + 4,
    rows: [one.decided({ date_etat: '2026-12-03', date_suite: '2026-12-03' })],
  });

/** What the unit reads of somebody about whom this happened, in this order. */
async function after(...steps: Step[]) {
  const one = await referred();
  const first = partners.next('SUI', UNIT);
  for (let used = 0; used < 4; used += 1) partners.next('SUI', UNIT);
  for (const step of steps) await step(one, first);
  const { state, acknowledgedOn, convokedOn, outcome } = await partners.candidacy(one.reference);
  return { state, acknowledgedOn, convokedOn, outcome };
}

describe('An act by API among files', () => {
  it('counts after what was known then, in whatever order older files come late', async () => {
    const inOrder = await after(received, evaluated, evaluatedStill, convoke);
    expect(inOrder).toMatchObject({ state: 'convoked', convokedOn: '2026-12-02' });
    expect(await after(evaluatedStill, convoke, received, evaluated)).toEqual(inOrder);
    expect(await after(evaluatedStill, convoke, evaluated, received)).toEqual(inOrder);
    expect(await after(evaluated, evaluatedStill, convoke, received)).toEqual(inOrder);
  });

  it('counts before what is told later, older files included', async () => {
    const inOrder = await after(received, evaluatedStill, convoke, decided);
    expect(inOrder).toMatchObject({ state: 'decided', convokedOn: '2026-12-02' });
    expect(await after(evaluatedStill, convoke, decided, received)).toEqual(inOrder);
  });

  it('is refused once the file that comes later is there: an act has no place to choose', async () => {
    const one = await referred();
    await decided(one, partners.next('SUI', UNIT) - 4);
    const { id } = await partners.candidacy(one.reference);
    const unit = await partners.service.as(UNIT);
    const act = unit.post(`/api/v1/candidacies/${id}/commands/convoke`);
    expect((await act.send({ effectiveOn: '2026-12-02' })).status).toBe(409);
  });
});
