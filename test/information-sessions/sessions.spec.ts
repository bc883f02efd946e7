import { randomUUID } from 'node:crypto';
import { UnitOfWork, systemActor } from '../../src/kernel/index.js';
import { InformationSessions, PurgeRegistrations } from '../../src/information-sessions/index.js';
import { CejWorld } from '../cej/support/cej-world.js';

// Information sessions through the API and the pages, on a real database (F01).

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());
beforeEach(() => world.clock.moveTo('2026-11-22T08:00:00.000Z'));

const SESSIONS = '/api/v1/information-sessions';
const PLAN = {
  unit: 'RSMA-RE',
  startsOn: '2026-12-10',
  startTime: '09:30',
  place: 'Salle Vauban',
  seats: 2,
};
const DAY_AFTER = '2026-12-11T08:00:00.000Z';

async function planned(over: object = {}): Promise<{ id: string; address: string }> {
  const { body } = await world.adviser
    .post(SESSIONS)
    .send({ ...PLAN, ...over })
    .expect(201);
  return { id: body.id, address: `${SESSIONS}/${body.id}` };
}

const run = (address: string, command: string, body: object, as = world.adviser) =>
  as.post(`${address}/commands/${command}`).send(body);

const person = async () => (await world.referred()).person;

describe('A session', () => {
  it('is planned at an hour of the territory, with a unit that a convention has come', async () => {
    const { body } = await world.adviser.post(SESSIONS).send(PLAN).expect(201);
    expect(body).toMatchObject({
      state: 'planned',
      startsAt: '2026-12-10T05:30:00.000Z',
      startsOn: '2026-12-10',
      startTime: '09:30',
      timeZone: 'Indian/Reunion',
      presence: null,
      registrations: [],
      availableCommands: ['register', 'cancel'],
    });
    for (const [over, pointer] of [
      [{ unit: '97411S00' }, '/unit'],
      [{ unit: 'RSMA-XX' }, '/unit'],
      [{ startsOn: '2026-11-22', startTime: '08:00' }, '/startsOn'],
      [{ startsOn: '0001-01-01', startTime: '00:00' }, '/startsOn'],
      [{ startsOn: '9999-12-31', startTime: '23:00' }, '/startsOn'],
      [{ startTime: '24:00' }, '/startTime'],
      [{ seats: 0 }, '/seats'],
      [{ place: 'x'.repeat(121) }, '/place'],
    ] as const) {
      const refused = await world.adviser.post(SESSIONS).send({ ...PLAN, ...over });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
    }
  });

  it('is answered by the unit, which reads counts and no name', async () => {
    const { address } = await planned();
    const young = await person();
    await run(address, 'register', { youngPersonId: young }).expect(200);
    const answered = await run(address, 'answer', { presence: 'SUR_PLACE' }, world.recruiter);
    expect(answered.body).toMatchObject({
      presence: 'SUR_PLACE',
      staff: 1,
      registered: 1,
      registrations: null,
      availableCommands: ['answer'],
    });
    expect(JSON.stringify(answered.body)).not.toContain('PAYET');
    const list = await world.recruiter.get(`${SESSIONS}?missionLocale=97411S00`).expect(200);
    expect(JSON.stringify(list.body)).not.toContain('PAYET');
    const forbidden = await run(address, 'register', { youngPersonId: young }, world.recruiter);
    expect(forbidden.status).toBe(403);
    world.clock.moveTo(DAY_AFTER);
    const late = await run(address, 'answer', { presence: 'ABSENTE' }, world.recruiter);
    expect([late.status, late.body.reason]).toEqual([409, 'session-begun']);
  });

  it('does not exist for another organisation, and takes nobody of another one', async () => {
    const { address } = await planned();
    const elsewhere = world.service.person('ml-adviser', '97600S00');
    const otherUnit = world.service.person('recruiter', 'RSMA-YT');
    const unknown = `${SESSIONS}/${randomUUID()}`;
    for (const reader of [elsewhere, otherUnit]) {
      const [foreign, none] = [await reader.get(address), await reader.get(unknown)];
      expect([foreign.status, foreign.body.code]).toEqual([404, none.body.code]);
      expect((await reader.get(SESSIONS)).body.total).toBe(0);
    }
    await run(address, 'answer', { presence: 'SUR_PLACE' }, otherUnit).expect(404);
    const stranger = await world.rows.person(await world.rows.known('97600S00'));
    for (const youngPersonId of [stranger, randomUUID()]) {
      const refused = await run(address, 'register', { youngPersonId });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/youngPersonId']);
    }
  });

  it('registers within its seats, even at the same moment', async () => {
    const { address } = await planned();
    const people = [await person(), await person(), await person()];
    const answers = await Promise.all(
      people.map((youngPersonId) => run(address, 'register', { youngPersonId })),
    );
    for (const { status } of answers) expect([200, 409]).toContain(status);
    for (const youngPersonId of people) await run(address, 'register', { youngPersonId });
    const { body } = await world.adviser.get(address).expect(200);
    expect([body.registered, body.registrations.length]).toEqual([2, 2]);
    const out = people.find(
      (id) =>
        !body.registrations.some((one: { youngPersonId: string }) => one.youngPersonId === id),
    );
    const full = await run(address, 'register', { youngPersonId: out });
    expect([full.status, full.body.reason]).toEqual([409, 'session-full']);
    const [first] = body.registrations;
    await run(address, 'unregister', { youngPersonId: first.youngPersonId }).expect(200);
    await run(address, 'register', { youngPersonId: out }).expect(200);
  });

  it('tells who came from its hour, corrects it, and keeps the counts when the names go', async () => {
    const { id, address } = await planned();
    const youngPersonId = await person();
    const tick = (attendance: string) =>
      run(address, 'record-attendance', { youngPersonId, attendance });
    await run(address, 'register', { youngPersonId }).expect(200);
    expect((await tick('PRESENT')).body.reason).toBe('session-to-come');
    world.clock.moveTo(DAY_AFTER);
    expect((await tick('ABSENT')).body).toMatchObject({ registered: 1, attended: 0 });
    expect((await tick('PRESENT')).body).toMatchObject({ registered: 1, attended: 1 });
    const read = await world.recruiter.get(address);
    expect(read.body).toMatchObject({ attended: 1, registrations: null });

    const purge = world.service.app.get(PurgeRegistrations, { strict: false });
    expect(await purge.execute(randomUUID())).toBe(0);
    await world.sql(
      `update app.session_registration set forgotten_on = current_date - 1 where session_id = $1`,
      [id],
    );
    expect(await purge.execute(randomUUID())).toBe(1);
    expect((await world.adviser.get(address)).body).toMatchObject({
      attended: 1,
      registrations: [],
    });
  });

  it('is cancelled with a reason, once', async () => {
    const { id, address } = await planned();
    expect((await run(address, 'cancel', { reason: 'CAR' })).status).toBe(422);
    const done = await run(address, 'cancel', { reason: 'REPORTEE' });
    expect(done.body).toMatchObject({ state: 'cancelled', availableCommands: [] });
    const again = await run(address, 'cancel', { reason: 'REPORTEE' });
    expect([again.status, again.body.reason]).toEqual([409, 'wrong-state']);
    const kept = async (sql: string) =>
      (await world.sql<{ value: string }>(sql, [id])).rows.map(({ value }) => value);
    const commands = ['information-session.plan', 'information-session.cancel'];
    expect(
      await kept(
        `select command as value from app.audit_event where resource_id = $1::text
         and result = 'done' order by recorded_at`,
      ),
    ).toEqual(commands);
    expect(
      await kept(
        `select name as value from app.outbox_message where subject_id = $1::text order by 1`,
      ),
    ).toEqual(['information-session.cancelled.v1', 'information-session.planned.v1']);
  });

  it('is out of reach of the unit in the database, for who is registered', async () => {
    const { id, address } = await planned();
    await run(address, 'register', { youngPersonId: await person() }).expect(200);
    const unit = { id: await world.rows.known('RSMA-RE'), code: 'RSMA-RE', kind: 'unit' } as const;
    const actor = { ...systemActor('test', null, 'c'), organisation: unit };
    const sessions = world.service.app.get(InformationSessions, { strict: false });
    const asUnit = world.service.app.get(UnitOfWork).run(actor, () => sessions.registrations(id));
    await expect(asUnit).rejects.toThrow(/permission denied/);
  });
});

const as = (role: string, code: string) => world.service.person(role as 'ml-adviser', code);
const page = async (address: string, role = 'ml-adviser', code = '97411S00') =>
  (await as(role, code).get(address).set('accept', 'text/html')).text;
const send = (address: string, fields: object, role = 'ml-adviser', code = '97411S00') =>
  as(role, code)
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);

describe('The pages of sessions', () => {
  it('plan, invite, register, tick and lead to the referral', async () => {
    const typed = { unite: 'RSMA-RE', heure: '9h30', lieu: 'Maison de quartier', places: '5' };
    const day = { 'jour-jour': '15', 'jour-mois': '12', 'jour-annee': '2026' };
    const wrong = await send('/seances/nouvelle', { ...typed, ...day, places: 'dix' });
    expect([wrong.status, wrong.text.includes('en chiffres')]).toEqual([422, true]);
    expect((await send('/seances/nouvelle', { ...typed, ...day })).status).toBe(303);
    const list = await page('/seances');
    expect(list).toContain('Maison de quartier');
    const { rows } = await world.sql<{ id: string }>(
      `select id from app.information_session where place = 'Maison de quartier'`,
    );
    const own = `/seances/${rows[0]?.id}`;

    expect(await page('/', 'recruiter', 'RSMA-RE')).toContain('à une séance d’information');
    const question = await page(`${own}/presence`, 'recruiter', 'RSMA-RE');
    const version = /name="version" value="(\d+)"/.exec(question)?.[1] ?? '';
    const answer = { presence: 'A_DISTANCE', agents: '3', version };
    expect((await send(`${own}/presence`, answer, 'recruiter', 'RSMA-RE')).status).toBe(303);

    const young = await person();
    const found = await page(`${own}/inscription?recherche=payet`);
    expect(found).toContain('PAYET');
    expect((await send(`${own}/inscription`, { jeune: young })).status).toBe(303);
    const twice = await send(`${own}/inscription`, { jeune: young });
    expect([twice.status, twice.text.includes('déjà inscrit')]).toEqual([409, true]);
    const guest = await page(own, 'recruiter', 'RSMA-RE');
    expect([/1\sinscrit /.test(guest), guest.includes('PAYET')]).toEqual([true, false]);

    world.clock.moveTo('2026-12-16T08:00:00.000Z');
    const waiting = async () => {
      const told = />(\d+)<\/span> séances? dont les venues/.exec(await page('/'));
      return Number(told?.[1] ?? 0);
    };
    const before = await waiting();
    await send(`${own}/assiduite`, { jeune: young, venue: 'PRESENT' });
    expect(await waiting()).toBe(before - 1);
    expect(await page(own)).toContain('Orienter ce jeune');
    const fields = { etape: 'connu', jeune: young, 'prerequis.SEANCE_INFORMATION': 'oui' };
    const begun = await send('/orientations/nouvelle', fields);
    const details = await page(String(begun.headers['location']));
    expect(details).toMatch(/prerequis\.SEANCE_INFORMATION"[^>]*checked/);
  });
});
