import {
  addDays,
  codesOf,
  parseInstant,
  parseLocalDate,
  UnitOfWork,
  type Actor,
} from '../../src/kernel/index.js';
import {
  FOLLOW_UP_STATES,
  MILESTONES,
  standingOn,
  windowOf,
  FollowUpQueries,
} from '../../src/follow-ups/index.js';
import { CejWorld, type Served } from '../cej/support/cej-world.js';

// What became of those who left, through the API and on a real database: windows, answers, rates,
// corrections of the exit, and who reads what.

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());
beforeEach(() => world.clock.moveTo('2026-11-22T08:00:00.000Z'));

const addressOf = ({ volunteer }: Served) => volunteer.replace('/volunteers/', '/follow-ups/');
const SAID = {
  milestone: 'M3',
  situation: 'CDI',
  situationStartedOn: '2027-01-04',
  source: 'DECLARATIF',
  observedOn: '2027-02-10',
};

/** Somebody who left on 20 November 2026: asked from 6 January to 6 April 2027 at first. */
async function gone(): Promise<Served> {
  const served = await world.served('2026-09-01', '2027-08-31');
  await world.exit(served, '2026-11-20');
  return served;
}

const answer = (served: Served, over: object = {}) =>
  world.adviser.post(`${addressOf(served)}/commands/answer`).send({ ...SAID, ...over });
const statesOf = async (served: Served, reader = world.adviser) => {
  const { body } = await reader.get(addressOf(served)).expect(200);
  return body.followUps.map(({ state }: { state: string }) => state);
};

describe('What became of somebody', () => {
  it('is asked for once they left, and answered in its window alone', async () => {
    const serving = await world.served('2026-09-01', '2027-08-31');
    await world.adviser.get(addressOf(serving)).expect(404);

    const served = await gone();
    const { body } = await world.adviser.get(addressOf(served)).expect(200);
    expect(body.followUps).toMatchObject([
      { milestone: 'M3', dueOn: '2027-02-20', opensOn: '2027-01-06', closesOn: '2027-04-06' },
      { milestone: 'M6', state: 'upcoming', dueOn: '2027-05-20' },
      { milestone: 'M12', exitedOn: '2026-11-20', exitSituation: 'SANS_SOLUTION' },
    ]);

    const early = await answer(served);
    expect([early.status, early.body.code]).toEqual([409, 'follow-up-not-open']);
    expect(early.body).toMatchObject({ opensOn: '2027-01-06', closesOn: '2027-04-06' });

    world.clock.moveTo('2027-02-12T08:00:00.000Z');
    const outside = await answer(served, { observedOn: '2027-01-05' });
    expect([outside.status, outside.body.errors[0].code]).toEqual([422, 'DATE_HORS_FENETRE']);
    const mute = await answer(served, { source: 'SANS_REPONSE' });
    expect([mute.status, mute.body.errors[0].code]).toEqual([422, 'INCOHERENT']);
    const odd = await answer(served, { situation: 'CHEZ_UNTEL' });
    expect(odd.status).toBe(422);

    const given = await answer(served);
    expect(given.status).toBe(200);
    const { milestone, ...said } = SAID;
    expect(given.body.followUps[0]).toMatchObject({ milestone, state: 'answered', answer: said });

    world.clock.moveTo('2027-07-05T08:00:00.000Z');
    const closed = await answer(served, { milestone: 'M6', observedOn: '2027-06-01' });
    expect([closed.status, closed.body.code]).toEqual([409, 'follow-up-closed']);
    expect(await statesOf(served)).toEqual(['answered', 'closed', 'upcoming']);
  });

  it('is corrected with its history, and never over what another said meanwhile', async () => {
    const served = await gone();
    world.clock.moveTo('2027-02-12T08:00:00.000Z');
    await answer(served).expect(200);
    await answer(served, { situation: 'CDD_COURT', source: 'JUSTIFICATIF' }).expect(200);

    const { rows } = await world.sql(
      `select t.command, t.from_state, t.situation, t.source, t.channel
       from app.follow_up_transition t join app.follow_up a on a.id = t.follow_up_id
       where a.volunteer_id = $1 order by t.recorded_at`,
      [served.volunteer.split('/').at(-1)],
    );
    expect(rows).toEqual([
      {
        command: 'answer',
        from_state: null,
        situation: 'CDI',
        source: 'DECLARATIF',
        channel: 'api',
      },
      {
        command: 'correct',
        from_state: 'answered',
        situation: 'CDD_COURT',
        source: 'JUSTIFICATIF',
        channel: 'api',
      },
    ]);
    const both = await Promise.all([
      answer(served, { situation: 'CDI' }),
      answer(served, { situation: 'ALTERNANCE' }),
    ]);
    const statuses = both.map(({ status }) => status);
    expect(statuses).toContain(200);
    for (const status of statuses) expect([200, 409]).toContain(status);
  });

  it('moves with the exit, and goes with it', async () => {
    const served = await gone();
    world.clock.moveTo('2027-02-12T08:00:00.000Z');
    await answer(served, { observedOn: '2027-01-10', situationStartedOn: null }).expect(200);

    await world.exit(served, '2026-12-15', 'correct-exit');
    const { body } = await world.adviser.get(addressOf(served)).expect(200);
    expect(body.followUps[0]).toMatchObject({ state: 'open', opensOn: '2027-01-29', answer: null });
    await answer(served).expect(200);
    expect((await statesOf(served))[0]).toBe('answered');

    await world.recruiter.post(`${served.volunteer}/commands/resume`).expect(200);
    await world.adviser.get(addressOf(served)).expect(404);
    expect((await answer(served)).status).toBe(404);
  });

  it('is read by the unit that had the volunteer, which writes none of it, and by nobody else', async () => {
    const served = await gone();
    world.clock.moveTo('2027-02-12T08:00:00.000Z');
    await answer(served).expect(200);

    const { body } = await world.recruiter.get(addressOf(served)).expect(200);
    expect(body.followUps[0]).toMatchObject({
      answer: { situation: 'CDI' },
      availableCommands: [],
    });
    await world.recruiter
      .post(`${addressOf(served)}/commands/answer`)
      .send(SAID)
      .expect(403);
    for (const [role, code] of [
      ['ml-adviser', '97410S00'],
      ['recruiter', 'RSMA-YT'],
    ] as const) {
      await world.service.person(role, code).get(addressOf(served)).expect(404);
    }
  });

  it('is listed by milestone and state, page after page, and counted the same', async () => {
    await gone();
    await gone();
    world.clock.moveTo('2027-02-12T08:00:00.000Z');
    const seen: string[] = [];
    let next: string | null = null;
    let total = -1;
    do {
      const more: string = next ? `&cursor=${encodeURIComponent(next)}` : '';
      const { body } = await world.adviser
        .get(`/api/v1/follow-ups?milestone=M3&state=open&limit=1${more}`)
        .expect(200);
      total = body.total;
      seen.push(...body.items.map(({ volunteerId }: { volunteerId: string }) => volunteerId));
      next = body.next;
    } while (next);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect(total).toBeGreaterThanOrEqual(2);
  });
});

describe('The database', () => {
  it('says of every milestone what the rule says, on any day', async () => {
    await gone();
    const queries = world.service.app.get(FollowUpQueries);
    const unitOfWork = world.service.app.get(UnitOfWork);
    const served = await gone();
    const actor: Actor = {
      type: 'machine',
      id: 'm',
      clientId: 'm',
      scopes: [],
      organisation: { id: served.missionLocaleId, code: '97411S00', kind: 'mission-locale' },
      channel: { kind: 'api' },
      correlationId: '00000000-0000-4000-8000-000000000001',
    };
    const first = parseLocalDate('2026-11-21');
    if (!first) throw new Error('a real day');
    for (let days = 0; days < 430; days += 43) {
      const at = parseInstant(`${addDays(first, days)}T20:30:00.000Z`);
      if (!at) throw new Error('a real instant');
      const { items, counts } = await unitOfWork.read(actor, async () => ({
        items: (await queries.page({}, at, 1000, null)).items,
        counts: await queries.counts(at),
      }));
      const computed = items.map(({ exitedOn, milestone, answer, today }) =>
        standingOn(windowOf(exitedOn, milestone), answer, today),
      );
      // At 20:30 UTC it is tomorrow in La Réunion.
      expect(items[0]?.today).toBe(addDays(first, days + 1));
      for (const state of FOLLOW_UP_STATES) {
        expect(counts[state]).toBe(computed.filter((one) => one === state).length);
      }
      expect(items.length % codesOf(MILESTONES).length).toBe(0);
    }
  });
});
