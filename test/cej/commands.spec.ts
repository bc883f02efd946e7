import { CejWorld } from './support/cej-world.js';

// What a mission locale does with CEJ and PACEA contracts through the API, on a real database.

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());

describe('The commands of the mission locale', () => {
  it('record a PACEA that no referral told, once', async () => {
    const { person } = await world.referred({
      support: 'PACEA',
      cejStartsOn: null,
      cejEndsOn: null,
    });
    const body = {
      youngPersonId: person,
      scheme: 'PACEA',
      startsOn: '2026-06-01',
      plannedEndOn: '2028-05-31',
    };
    const made = await world.adviser.post('/api/v1/cej-contracts').send(body).expect(201);
    expect(made.body).toMatchObject({ scheme: 'PACEA', standing: 'running' });
    const again = await world.adviser.post('/api/v1/cej-contracts').send(body);
    expect([again.status, again.body.code]).toEqual([409, 'cej-contract-already-recorded']);
    expect(again.body.existing.id).toBe(made.body.id);
    const extended = await world.command(`/api/v1/cej-contracts/${made.body.id}`, 'extend', {
      until: '2028-06-01',
      motive: 'AUTRE',
    });
    expect(extended.status).toBe(422);
  });

  it('record nothing for somebody of another mission locale', async () => {
    const { person } = await world.referred();
    const answer = await world.service
      .person('ml-adviser', '97600S00')
      .post('/api/v1/cej-contracts')
      .send({
        ...{ youngPersonId: person, scheme: 'PACEA' },
        ...{ startsOn: '2026-06-01', plannedEndOn: '2026-12-31' },
      });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/youngPersonId']);
  });

  it('extend with a motive up to eighteen months, end, correct and reopen', async () => {
    const { person } = await world.referred();
    const [{ id }] = await world.contractsOf(person);
    const address = `/api/v1/cej-contracts/${id}`;

    const tooLong = { until: '2028-03-02', motive: 'OBJECTIF_PROCHE' };
    expect((await world.command(address, 'extend', tooLong)).status).toBe(422);
    const extended = await world.command(address, 'extend', { ...tooLong, until: '2028-02-29' });
    expect(extended.body).toMatchObject({
      extendedUntil: '2028-02-29',
      extensionMotive: 'OBJECTIF_PROCHE',
      term: '2028-02-29',
    });

    const end = (endedOn: string, reason = 'INSERTION', command = 'end') =>
      world.command(address, command, { endedOn, reason });
    expect((await end('2026-11-23')).status).toBe(422);
    expect((await end('2026-08-31')).status).toBe(422);
    expect((await end('2026-11-20', 'INCONNU')).status).toBe(422);
    const ended = await end('2026-11-20');
    expect(ended.body).toMatchObject({
      state: 'ended',
      standing: 'ended',
      endReason: 'INSERTION',
      availableCommands: ['correct-end', 'reopen'],
    });
    const late = await end('2026-11-21');
    expect([late.status, late.body.code]).toEqual([409, 'TRANSITION_INTERDITE']);
    expect((await end('2026-11-19', 'AGE', 'correct-end')).body).toMatchObject({
      endedOn: '2026-11-19',
      endReason: 'AGE',
    });
    expect((await world.command(address, 'reopen')).body).toMatchObject({
      state: 'open',
      endedOn: null,
      endReason: null,
      term: '2028-02-29',
    });
  });

  it('keep record, history, audit and event together', async () => {
    const { person } = await world.referred();
    const [{ id }] = await world.contractsOf(person);
    await world.command(`/api/v1/cej-contracts/${id}`, 'amend', {
      startsOn: '2026-09-15',
      plannedEndOn: '2027-09-14',
    });
    const refused = await world.command(`/api/v1/cej-contracts/${id}`, 'amend', {
      startsOn: '2026-09-15',
      plannedEndOn: '2026-09-15',
    });
    expect(refused.status).toBe(422);

    const kept = async (sql: string) =>
      (await world.sql<{ value: string }>(sql, [id])).rows.map(({ value }) => value);
    expect(
      await kept(
        `select command as value from app.cej_contract_transition where contract_id = $1
         order by recorded_at`,
      ),
    ).toEqual(['record', 'amend']);
    expect(
      await kept(
        `select command as value from app.audit_event where resource_id = $1::text
         and result = 'done' order by recorded_at`,
      ),
    ).toEqual(['cej-contract.record', 'cej-contract.amend']);
    expect(
      await kept(
        'select name as value from app.outbox_message where subject_id = $1::text order by 1',
      ),
    ).toEqual(['cej-contract.amended.v1', 'cej-contract.recorded.v1']);
    expect(
      await kept(
        `select said->>'plannedEndOn' as value from app.cej_contract_transition
         where contract_id = $1 order by recorded_at`,
      ),
    ).toEqual(['2027-08-31', '2027-09-14']);
  });

  it('of the software of a mission locale are the same', async () => {
    const { person } = await world.referred();
    const [{ id }] = await world.contractsOf(person);
    const software = await world.service.as('97411S00');
    const answer = await software
      .post(`/api/v1/cej-contracts/${id}/commands/end`)
      .send({ endedOn: '2026-11-20', reason: 'DEMANDE_JEUNE' });
    expect([answer.status, answer.body.standing]).toEqual([200, 'ended']);
    const unit = await world.service.as('RSMA-RE');
    expect((await unit.get(`/api/v1/cej-contracts/${id}`)).status).toBe(404);
  });
});
