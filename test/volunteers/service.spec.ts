import { TakeExitsIntoEffect } from '../../src/volunteers/use-cases/take-exits-into-effect.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { SeedRows, type SeededCase } from '../db/support/seed-rows.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

// The service of a volunteer through the API, on a real database: from the day of incorporation to the exit.

const clock = new SetClock('2026-11-22T08:00:00.000Z');
let service: TestApplication;
let rows: SeedRows;
let ml: string;
let unit: string;

beforeAll(async () => {
  service = await startTestApplication({ clock });
  rows = new SeedRows(service.database.owner);
  ml = await rows.known('97411S00');
  unit = await rows.known('RSMA-RE');
});
afterAll(() => service?.close());
beforeEach(() => clock.moveTo('2026-11-22T08:00:00.000Z'));

const recruiter = () => service.person('recruiter', 'RSMA-RE');
const adviser = () => service.person('ml-adviser', '97411S00');

/** A file of the unit, found fit and selected unless told otherwise. */
async function candidate(code = 'APTE_RETENU'): Promise<SeededCase> {
  const file = await rows.case(ml, unit);
  await recruiter()
    .post(`/api/v1/candidacies/${file.candidacyId}/commands/decide`)
    .send({ code, decidedOn: '2026-11-20', plannedIncorporationOn: '2026-11-21' })
    .expect(200);
  return file;
}

const INCORPORATION = {
  status: 'INCORPORE',
  incorporatedOn: '2026-11-21',
  volunteerType: 'VS',
  track: 'CUISINE',
  plannedEndOn: '2027-07-31',
};
const EXIT = {
  exitedOn: '2026-11-22',
  reason: 'DENONCIATION_VOLONTAIRE',
  situation: 'SANS_SOLUTION',
  wantsSupport: true,
  certifications: ['PSC1'],
};

async function begun(over: object = {}): Promise<SeededCase & { address: string }> {
  const file = await candidate();
  const { body } = await recruiter()
    .post('/api/v1/volunteers')
    .send({ candidacyId: file.candidacyId, ...INCORPORATION, ...over })
    .expect(201);
  return { ...file, address: `/api/v1/volunteers/${body.id}` };
}

const command = (address: string, name: string, body: object = {}) =>
  recruiter().post(`${address}/commands/${name}`).send(body);

describe('A service', () => {
  it('begins with a selected candidate, and the mission locale sees it at once', async () => {
    const { address, referralId } = await begun();

    const { body } = await adviser().get(address).expect(200);
    expect(body).toMatchObject({
      referralId,
      state: 'in-service',
      incorporatedOn: '2026-11-21',
      probationEndsOn: '2027-01-20',
      plannedEndOn: '2027-07-31',
      missionLocale: { code: '97411S00' },
      unit: { code: 'RSMA-RE' },
      youngPerson: { birthName: 'PAYET' },
      availableCommands: [],
    });
    const { body: list } = await adviser().get('/api/v1/volunteers?state=in-service').expect(200);
    expect(list.items.map(({ id }: { id: string }) => id)).toContain(body.id);
    expect(list.total).toBe(list.items.length);
  });

  it('is not found by anybody else', async () => {
    const { address } = await begun();
    const strangers = [
      service.person('recruiter', 'RSMA-YT'),
      service.person('ml-adviser', '97600S00'),
    ];

    for (const stranger of strangers) {
      const { body } = await stranger.get(address).expect(404);
      expect(body.code).toBe('volunteer-not-found');
    }
    const act = await service.person('recruiter', 'RSMA-YT').post(`${address}/commands/resume`);
    expect([act.status, act.body.code]).toEqual([404, 'volunteer-not-found']);
    expect((await adviser().post(`${address}/commands/exit`).send(EXIT)).status).toBe(403);
  });

  it.each([
    ['an unknown candidacy', { candidacyId: '00000000-0000-4000-8000-000000000000' }, 422],
    ['a day to come', { incorporatedOn: '2026-11-23' }, 422],
    ['an end before the start', { plannedEndOn: '2026-11-21' }, 422],
    ['no end', { plannedEndOn: null }, 422],
    ['a postponement to a day gone by', { status: 'REPORT' }, 422],
    ['a day that does not exist', { incorporatedOn: '2026-02-30' }, 422],
  ])('does not begin with %s', async (_, over, status) => {
    const { candidacyId } = await candidate();
    const body = { candidacyId, ...INCORPORATION, ...over };

    expect((await recruiter().post('/api/v1/volunteers').send(body)).status).toBe(status);
  });

  it('begins once, and only for somebody found fit and selected', async () => {
    const { candidacyId } = await begun();
    const again = await recruiter()
      .post('/api/v1/volunteers')
      .send({ candidacyId, ...INCORPORATION });
    expect([again.status, again.body.code]).toEqual([409, 'already-incorporated']);

    const deferred = await rows.case(ml, unit);
    const refused = await recruiter()
      .post('/api/v1/volunteers')
      .send({ candidacyId: deferred.candidacyId, ...INCORPORATION });
    expect([refused.status, refused.body.code]).toEqual([409, 'candidacy-not-selected']);
  });

  it('may be missed or postponed, then begin', async () => {
    const { address } = await begun({ status: 'ABSENT_INCORPORATION', plannedEndOn: null });
    const { status: _, ...later } = INCORPORATION;

    const postponed = await command(address, 'postpone', {
      ...later,
      incorporatedOn: '2026-12-01',
    });
    expect(postponed.body).toMatchObject({ state: 'postponed', incorporatedOn: '2026-12-01' });
    expect((await command(address, 'exit', EXIT)).status).toBe(409);
    clock.moveTo('2026-12-01T08:00:00.000Z');
    const begunAtLast = await command(address, 'incorporate', {
      ...later,
      incorporatedOn: '2026-12-01',
    });
    expect(begunAtLast.body).toMatchObject({ state: 'in-service', stateOn: '2026-12-01' });
  });

  it('tells each month that somebody is there, never why somebody is away', async () => {
    const { address } = await begun();
    const presence = { month: '2026-11', isInService: true, isLongAbsent: true };

    expect((await command(address, 'report-presence', presence)).body).toMatchObject({ presence });
    const early = await command(address, 'report-presence', { ...presence, month: '2026-10' });
    expect([early.status, early.body.code]).toEqual([409, 'CHRONOLOGIE']);
    const future = await command(address, 'report-presence', { ...presence, month: '2026-12' });
    expect([future.status, future.body.errors[0].code]).toEqual([422, 'DATE_FUTURE']);
    const why = await command(address, 'report-presence', { ...presence, reason: 'x' });
    expect(why.status).toBe(400);
  });

  it('ends with facts from which a dropout is computed', async () => {
    const { address } = await begun();

    const { body } = await command(address, 'exit', EXIT).expect(200);
    expect(body).toMatchObject({
      state: 'exited',
      exit: { ...EXIT, isAnnounced: false, isDropout: true, assessedLevel: null },
      availableCommands: ['correct-exit', 'resume'],
    });
    const corrected = await command(address, 'correct-exit', {
      ...EXIT,
      exitedOn: '2026-11-21',
      situation: 'CDI',
    });
    expect(corrected.body.exit).toMatchObject({ exitedOn: '2026-11-21', situation: 'CDI' });
    expect((await command(address, 'resume')).body).toMatchObject({
      state: 'in-service',
      exit: null,
    });
  });

  it.each([
    ['before the incorporation', { exitedOn: '2026-11-20' }, 409],
    ['tomorrow', { exitedOn: '2026-11-23' }, 422],
    ['for the army, with a job', { reason: 'ENGAGEMENT_ARMEES', situation: 'CDI' }, 422],
    ['for a reason nobody knows', { reason: 'DESERTION' }, 422],
  ])('does not end %s', async (_, over, status) => {
    const { address } = await begun();

    expect((await command(address, 'exit', { ...EXIT, ...over })).status).toBe(status);
    expect((await adviser().get(address)).body).toMatchObject({ state: 'in-service', exit: null });
  });

  it('keeps a medical reason sealed: nobody reads it with the service', async () => {
    const { address, candidacyId } = await begun();
    const medical = { ...EXIT, reason: 'INAPTITUDE_EN_COURS' };

    const forbidden = await service
      .person('insertion-officer', 'RSMA-RE')
      .post(`${address}/commands/exit`)
      .send(medical);
    expect([forbidden.status, forbidden.body.code]).toEqual([403, 'medical-conclusion-forbidden']);
    const { body } = await command(address, 'exit', medical).expect(200);
    expect(body.exit).toMatchObject({ reason: 'AUTRE', isDropout: false });
    const { rows: kept } = await service.database.owner.query(
      `select v.exit_reason, v::text as whole, count(m.*)::int as sealed from app.volunteer v
       left join app.medical_conclusion m on m.candidacy_id = v.candidacy_id
       where v.candidacy_id = $1 group by v.id`,
      [candidacyId],
    );
    expect(kept).toMatchObject([{ exit_reason: 'AUTRE', sealed: 1 }]);
    expect(kept[0].whole).not.toContain('INAPTITUDE');
    expect(service.logged()).not.toContain('INAPTITUDE');
  });

  it('ends by itself on the day that was announced, once, also when the service was down', async () => {
    const { address } = await begun();
    const announced = { ...EXIT, reason: 'FIN_CONTRAT', exitedOn: '2026-12-15' };
    await command(address, 'announce-exit', announced).expect(200);
    const regiment = await service.app.get(OrganisationDirectory).byCode('RSMA-RE');
    if (!regiment) throw new Error('no regiment');
    const take = () => service.app.get(TakeExitsIntoEffect).execute(regiment, 'c');

    // 14 December at 19:59 UTC is 23:59 in La Réunion, whose 15 December begins a minute later.
    clock.moveTo('2026-12-14T19:59:00.000Z');
    expect(await take()).toBe(0);
    clock.moveTo('2026-12-18T20:00:00.000Z');
    expect(await take()).toBe(1);
    expect(await take()).toBe(0);
    expect((await adviser().get(address)).body).toMatchObject({
      state: 'exited',
      stateOn: '2026-12-15',
      exit: { isAnnounced: true },
    });
  });

  it('leaves a line of history, of audit and an event for each act, and none for a refusal', async () => {
    const { address } = await begun();
    const id = address.split('/').at(-1);
    await command(address, 'exit', { ...EXIT, exitedOn: '2026-11-20' }).expect(409);
    await command(address, 'exit', EXIT).expect(200);
    const of = async (sql: string) =>
      (await service.database.owner.query<{ one: string }>(sql, [id])).rows.map(({ one }) => one);

    expect(
      await of(
        'select command as one from app.volunteer_transition where volunteer_id = $1 order by recorded_at',
      ),
    ).toEqual(['incorporate', 'exit']);
    expect(
      await of(`select command as one from app.audit_event where resource_id = $1::text
        and result = 'done' order by recorded_at, command`),
    ).toEqual(['volunteer.incorporate', 'volunteer.exit']);
    expect(
      await of('select name as one from app.outbox_message where subject_id = $1 order by 1'),
    ).toEqual(['volunteer.exited.v1', 'volunteer.incorporated.v1']);
  });
});
