import { ForgetApplicants } from '../../src/direct-applicants/use-cases/forget-applicants.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { CejWorld } from '../cej/support/cej-world.js';
import { directBody } from '../permissions/support/direct-body.js';

// Direct applicants whom a unit did not take, through the API and on a real database: where they are
// invited, what passes, who reads it, and the answer.

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());

const ADDRESS = '/api/v1/direct-applicants';
const nameless = () => ({ ...directBody(), agreedOn: undefined, youngPerson: undefined });
const record = (body: object) => world.recruiter.post(ADDRESS).send(body);
const made = async (body: object) => (await record(body).expect(201)).body;
const seenBy = (code: string, id: string) =>
  world.service.person('ml-adviser', code).get(`${ADDRESS}/${id}`);

describe('A direct applicant who was not taken', () => {
  it('is announced to the mission locale of the commune once they agreed, and to no other', async () => {
    const body = await made(directBody());
    expect(body).toMatchObject({
      state: 'announced',
      missionLocale: { code: '97411S00' },
      youngPerson: { birthName: 'PAYET' },
      dueOn: '2026-12-07',
      availableCommands: ['correct', 'withdraw'],
    });
    await seenBy('97411S00', body.id).expect(200);
    await seenBy('97410S00', body.id).expect(404);
  });

  it('is counted by the unit and named to nobody without agreement', async () => {
    const body = await made(nameless());
    expect(body).toMatchObject({
      state: 'invited',
      agreedOn: null,
      youngPerson: null,
      dueOn: null,
    });
    await seenBy('97411S00', body.id).expect(404);
    const { youngPerson } = directBody();
    const smuggled = await record({ ...nameless(), youngPerson });
    expect([smuggled.status, smuggled.body.errors[0].code]).toEqual([422, 'IDENTITE_SANS_ACCORD']);
    const { rows } = await world.sql<{ n: number }>(
      `select count(*)::int as n from app.direct_applicant where agreed_on is null
       and num_nonnulls(birth_name, first_names, birth_date, phone, email) > 0`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it.each([
    ['98818', 'to-assign', ['NC001S00', 'NC002S00']],
    ['98735', 'outside-network', []],
    ['97502', 'outside-network', []],
    ['99109', 'to-assign', []],
    ['99999', 'to-assign', []],
  ])('living in %s is %s', async (residenceCode, state, candidates) => {
    const body = await made({ ...directBody(), residenceCode });
    expect([body.state, body.candidates.map(({ code }: { code: string }) => code)]).toEqual([
      state,
      candidates,
    ]);
    const { body: tray } = await world.recruiter.get(`${ADDRESS}?state=${state}`).expect(200);
    expect(tray.items.map(({ id }: { id: string }) => id)).toContain(body.id);
  });

  it('is not written down once the next round would erase it', async () => {
    const day = '2026-05-22';
    const old = await record({ ...directBody(), decidedOn: day, invitedOn: day });
    expect([old.status, old.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/invitedOn', code: 'INVITATION_TROP_ANCIENNE' },
    ]);
    const { id } = await made(directBody());
    world.clock.moveTo('2027-05-19T08:00:00.000Z');
    const correct = world.recruiter.post(`${ADDRESS}/${id}/commands/correct`);
    const late = await correct.send({ outcome: 'AJOURNE' });
    world.clock.moveTo('2026-11-22T08:00:00.000Z');
    expect([late.status, late.body.errors[0]?.code]).toEqual([422, 'INVITATION_TROP_ANCIENNE']);
  });

  it('is chosen a mission locale for where the commune does not', async () => {
    const { id } = await made({ ...directBody(), residenceCode: '99999' });
    const unknown = await world.recruiter
      .post(`${ADDRESS}/${id}/commands/assign`)
      .send({ missionLocale: '00000S00' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'direct-applicant-invalid']);
    const { body } = await world.recruiter
      .post(`${ADDRESS}/${id}/commands/assign`)
      .send({ missionLocale: '97411S00' })
      .expect(200);
    expect(body).toMatchObject({ state: 'announced', missionLocale: { code: '97411S00' } });
  });

  it('is announced once the agreement comes, and what the mission locale did stands', async () => {
    const { unitFileNumber: _number, ...said } = directBody();
    const { id } = await made(nameless());
    const correct = (body: object) =>
      world.recruiter.post(`${ADDRESS}/${id}/commands/correct`).send(body).expect(200);
    expect((await correct(said)).body).toMatchObject({
      state: 'announced',
      agreedOn: '2026-11-18',
    });
    await world.adviser
      .post(`${ADDRESS}/${id}/commands/answer`)
      .send({ code: 'RDV_PRIS', contactedOn: '2026-11-21' })
      .expect(200);
    const { body } = await correct({ ...said, outcome: 'AJOURNE' });
    expect(body).toMatchObject({ state: 'answered', answer: { code: 'RDV_PRIS' } });
    const taken = await correct({ agreedOn: null });
    expect(taken.body).toMatchObject({ state: 'invited', youngPerson: null, answer: null });
    await seenBy('97411S00', id).expect(404);
  });

  it('is refused twice under one number, and in a commune there is not', async () => {
    const body = directBody();
    await record(body).expect(201);
    const twice = await record(body);
    expect([twice.status, twice.body.code]).toEqual([409, 'direct-applicant-known']);
    const nowhere = await record({ ...directBody(), residenceCode: '97499' });
    expect([nowhere.status, nowhere.body.errors[0].pointer]).toEqual([422, '/residenceCode']);
  });
});

describe('A correction', () => {
  const FILLED = {
    ...{ usageName: 'HOARAU', birthPlaceCode: '97411', street: '1 rue des Lilas' },
    ...{ addressComplement: 'Bât. A', priorityDistrict: 'QN97401M', assessedLevel: 'EFFICACE' },
    ...{ phone: '0692000000', email: 'lea@exemple.test' },
  };
  const filled = async () => {
    const body = directBody();
    const { id, version } = await made({
      ...body,
      youngPerson: { ...Object(body['youngPerson']), ...FILLED },
    });
    // Only files say what the place of birth is called.
    await world.service.database.owner.query(
      `update app.direct_applicant set birth_place_label = 'Saint-Denis' where id = $1`,
      [id],
    );
    return { id: String(id), version: Number(version) };
  };
  const correct = (id: string, body: object) =>
    world.recruiter.post(`${ADDRESS}/${id}/commands/correct`).send(body);

  it('keeps what it leaves out, empties what is null, and knows a birth date in part', async () => {
    const { id } = await filled();
    const one = (await correct(id, { outcome: 'AJOURNE' }).expect(200)).body;
    expect(one).toMatchObject({ outcome: 'AJOURNE', state: 'announced', agreedOn: '2026-11-18' });
    expect(one.youngPerson).toMatchObject({ ...FILLED, birthPlaceLabel: 'Saint-Denis' });
    const youngPerson = { birthDate: '2005-03-00', phone: null, usageName: null };
    const two = (await correct(id, { youngPerson }).expect(200)).body;
    expect(two.youngPerson).toEqual({ ...one.youngPerson, ...youngPerson });
    await correct(id, { youngPerson: { birthDate: '2005-00-00' } }).expect(200);
    const wrong = await correct(id, { youngPerson: { birthDate: '2005-00-12' } });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/youngPerson/birthDate']);
    const emptied = await correct(id, { ageBand: null, youngPerson: { sex: null } });
    expect(emptied.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/ageBand',
      '/youngPerson/sex',
    ]);
  });

  it('is refused, as every command, once somebody else changed the applicant', async () => {
    const { id, version } = await filled();
    await correct(id, { outcome: 'AJOURNE', version }).expect(200);
    const commands = [
      ['correct', { outcome: 'DESISTEMENT' }],
      ['withdraw', {}],
      ['answer', { code: 'RDV_PRIS' }],
    ] as const;
    for (const [command, body] of commands) {
      const who = command === 'answer' ? world.adviser : world.recruiter;
      const stale = await who
        .post(`${ADDRESS}/${id}/commands/${command}`)
        .send({ ...body, version });
      expect([command, stale.status, stale.body.code]).toEqual([command, 409, 'changed-meanwhile']);
    }
    const { body } = await world.recruiter.get(`${ADDRESS}/${id}`).expect(200);
    expect(body).toMatchObject({ version: version + 1, outcome: 'AJOURNE', answer: null });
  });

  it('is possible where the mission locale has closed: what changes the place places anew', async () => {
    const { id } = await filled();
    const gone = await filled();
    const close = (day: string | null) =>
      world.service.database.owner.query(
        `update app.organisation set valid_to = $1 where code = '97411S00'`,
        [day],
      );
    await close('2026-11-20');
    world.clock.moveTo('2026-11-22T09:00:00.000Z');
    const one = (await correct(id, { outcome: 'AJOURNE' }).expect(200)).body;
    expect(one).toMatchObject({ state: 'announced', missionLocale: { code: '97411S00' } });
    await world.recruiter.post(`${ADDRESS}/${gone.id}/commands/withdraw`).expect(200);
    const moved = (await correct(id, { residenceCode: '97410' }).expect(200)).body;
    expect(moved).toMatchObject({ state: 'announced', missionLocale: { code: '97410S00' } });
    await correct(id, { residenceCode: '97411' }).expect(200);
    const back = (await world.recruiter.get(`${ADDRESS}/${id}`).expect(200)).body;
    expect(back).toMatchObject({ state: 'to-assign', missionLocale: null });
    await close(null);
    world.clock.moveTo('2026-11-22T08:00:00.000Z');
  });
});

describe('The mission locale', () => {
  const answer = (id: string, code: string) =>
    world.adviser
      .post(`${ADDRESS}/${id}/commands/answer`)
      .send({ code, contactedOn: '2026-11-21' });

  it('answers by the codes of a return; record, history, audit and event stand together', async () => {
    const { id } = await made(directBody());
    const early = await answer(id, 'INJOIGNABLE_APRES_RELANCES');
    expect([early.status, early.body.refusal]).toEqual([409, 'too-few-attempts']);
    expect((await answer(id, 'CONTACTE_SANS_RETOUR').expect(200)).body.attempts).toBe(1);
    expect((await answer(id, 'RDV_PRIS').expect(200)).body).toMatchObject({
      state: 'answered',
      answer: { code: 'RDV_PRIS', contactedOn: '2026-11-21' },
    });
    await world.adviser.post(`${ADDRESS}/${id}/commands/reopen`).expect(200);
    const commands = ['record', 'record-attempt', 'answer', 'reopen'];
    const { rows: history } = await world.sql<{ command: string }>(
      `select command from app.direct_applicant_transition where direct_applicant_id = $1
       order by recorded_at`,
      [id],
    );
    expect(history.map(({ command }) => command)).toEqual(commands);
    const { rows: events } = await world.sql(
      'select name from app.outbox_message where subject_id = $1',
      [id],
    );
    expect(events).toHaveLength(commands.length);
  });

  it('is forgotten six months after the invitation, once, and no sooner', async () => {
    const { id } = await made(directBody());
    const [unit] = await world.service.app
      .get(OrganisationDirectory, { strict: false })
      .all('unit')
      .then((units) => units.filter(({ code }) => code === 'RSMA-RE'));
    if (!unit) throw new Error('the unit is known');
    const forgetOn = (day: string) => {
      world.clock.moveTo(`${day}T08:00:00.000Z`);
      return world.service.app.get(ForgetApplicants, { strict: false }).execute(unit, 'c');
    };
    const kept = () =>
      world.sql<{ state: string; names: number }>(
        `select state, num_nonnulls(agreed_on, birth_name, first_names, birth_date, phone) as names
         from app.direct_applicant where id = $1`,
        [id],
      );

    await forgetOn('2027-05-18');
    expect((await kept()).rows).toEqual([{ state: 'announced', names: 4 }]);
    expect(await forgetOn('2027-05-19')).toBeGreaterThan(0);
    expect((await kept()).rows).toEqual([{ state: 'withdrawn', names: 0 }]);
    expect(await forgetOn('2027-05-19')).toBe(0);
    await seenBy('97411S00', id).expect(404);
    world.clock.moveTo('2026-11-22T08:00:00.000Z');
  });

  it('sees nothing more of somebody withdrawn, whose identity is gone', async () => {
    const { id } = await made(directBody());
    await world.recruiter.post(`${ADDRESS}/${id}/commands/withdraw`).expect(200);
    await world.adviser.get(`${ADDRESS}/${id}`).expect(404);
    const { rows } = await world.sql(
      'select birth_name, first_names, agreed_on from app.direct_applicant where id = $1',
      [id],
    );
    expect(rows).toEqual([{ birth_name: null, first_names: null, agreed_on: null }]);
  });

  it('gives back who lives elsewhere: the unit chooses another, and only that one reads on', async () => {
    const { id } = await made(directBody());
    expect((await answer(id, 'HORS_TERRITOIRE').expect(200)).body.state).toBe('to-assign');
    await world.recruiter
      .post(`${ADDRESS}/${id}/commands/assign`)
      .send({ missionLocale: '97410S00' })
      .expect(200);
    await world.adviser.get(`${ADDRESS}/${id}`).expect(404);
    await seenBy('97410S00', id).expect(200);
  });
});
