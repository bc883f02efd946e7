import { EXIT, NOW, Returning } from './returning.js';

// The way back through the API, on a real database: from the exit to an answer, and what the unit sees.

let at: Returning;
beforeAll(async () => {
  at = await Returning.start();
});
afterAll(() => at?.service.close());
beforeEach(() => at.clock.moveTo(NOW));

const owner = async (sql: string, values: unknown[] = []) =>
  (await at.service.database.owner.query(sql, values)).rows;

describe('A return', () => {
  it('is open at once, with the exit, the contact and one date that explains itself', async () => {
    const { address } = await at.gone();

    const { body } = await at.adviser().get(address).expect(200);
    expect(body).toMatchObject({
      state: 'open',
      cause: 'dropout',
      endsOn: '2026-11-22',
      youngPerson: { birthName: 'PAYET' },
      exit: { reason: 'DENONCIATION_VOLONTAIRE', situation: 'SANS_SOLUTION', wantsSupport: true },
      answer: null,
      next: {
        rule: 'return-acknowledge',
        label: 'Accuser réception du retour',
        dueOn: '2026-11-25',
        isLate: false,
        explanation:
          '3\u00A0jours ouvrés après l’ouverture du retour, le 22 novembre 2026 (calendrier\u00A0: La Réunion).',
      },
      escalation: 'adviser',
      availableCommands: ['acknowledge', 'record-attempt', 'answer', 'propose-transfer'],
    });
    const { body: seen } = await at.recruiter().get(address).expect(200);
    expect(seen).toMatchObject({ state: 'open', availableCommands: [] });
  });

  it('is not found by anybody else, and no unit answers it', async () => {
    const { address } = await at.gone();
    const strangers = [
      at.service.person('ml-adviser', '97600S00'),
      at.service.person('recruiter', 'RSMA-YT'),
    ];

    for (const stranger of strangers) {
      const { body } = await stranger.get(address).expect(404);
      expect(body.code).toBe('return-not-found');
      const { body: list } = await stranger.get('/api/v1/returns').expect(200);
      expect(list).toMatchObject({ items: [], total: 0 });
    }
    const act = await at.service
      .person('ml-adviser', '97600S00')
      .post(`${address}/commands/acknowledge`);
    expect([act.status, act.body.code]).toEqual([404, 'return-not-found']);
    await at.recruiter().post(`${address}/commands/acknowledge`).expect(403);
  });

  it('goes on while nobody is reached, and is closed by whoever is', async () => {
    const { address } = await at.gone();
    await at.act(address, 'acknowledge').expect(200);
    const attempt = { code: 'CONTACTE_SANS_RETOUR', contactedOn: '2026-11-22' };

    const tried = await at.act(address, 'record-attempt', attempt).expect(200);
    expect(tried.body).toMatchObject({
      state: 'acknowledged',
      attempts: 1,
      answer: { ...attempt, isReached: false },
      next: { rule: 'return-next-attempt', dueOn: '2026-12-04' },
    });
    const answered = await at.act(address, 'answer', { code: 'RDV_PRIS' }).expect(200);
    expect(answered.body).toMatchObject({
      state: 'closed',
      answer: { code: 'RDV_PRIS', contactedOn: '2026-11-22', isReached: true },
      next: null,
      availableCommands: ['reopen'],
    });
    const again = await at.act(address, 'answer', { code: 'NOUVEAU_PROJET' });
    expect([again.status, again.body.code]).toEqual([409, 'TRANSITION_INTERDITE']);
    const reopened = await at.act(address, 'reopen').expect(200);
    expect(reopened.body).toMatchObject({ state: 'acknowledged', answer: null, attempts: 1 });
  });

  it('is said unreachable only after enough attempts', async () => {
    const { address } = await at.gone();
    const unreachable = () => at.act(address, 'answer', { code: 'INJOIGNABLE_APRES_RELANCES' });

    for (const left of [3, 2, 1]) {
      const refused = await unreachable();
      expect([left, refused.status, refused.body.code]).toEqual([left, 409, 'too-few-attempts']);
      await at.act(address, 'record-attempt', { code: 'COORDONNEES_INCORRECTES' }).expect(200);
    }
    expect((await unreachable()).body).toMatchObject({
      state: 'closed',
      answer: { isReached: false },
    });
  });

  it('waits for another mission locale when the young person lives elsewhere', async () => {
    const { address } = await at.gone();

    const { body } = await at.act(address, 'answer', { code: 'HORS_TERRITOIRE' }).expect(200);
    expect(body).toMatchObject({ state: 'acknowledged', next: { rule: 'return-transfer' } });
  });

  it.each([
    ['answer', { code: 'RDV_PRIS', contactedOn: '2026-11-23' }, 422, 'return-invalid'],
    ['answer', { code: 'INCONNU' }, 422, 'invalid-request'],
    ['answer', {}, 422, 'invalid-request'],
    ['record-attempt', { code: 'RDV_PRIS' }, 422, 'invalid-request'],
    ['reopen', {}, 409, 'TRANSITION_INTERDITE'],
    ['drop', {}, 409, 'TRANSITION_INTERDITE'],
  ])('refuses %s with %j and leaves no trace', async (command, body, status, code) => {
    const { address } = await at.gone();
    const id = address.split('/').at(-1);

    const refused = await at.act(address, command, body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    const history = await owner('select command from app.return_transition where episode_id = $1', [
      id,
    ]);
    expect(history).toEqual([{ command: 'open' }]);
  });

  it('never says that a reason was medical', async () => {
    const { address } = await at.gone({ reason: 'INAPTITUDE_EN_COURS' });

    const { body, text } = await at.adviser().get(address).expect(200);
    expect(body).toMatchObject({ cause: 'no-solution', exit: { reason: 'AUTRE' } });
    expect(text).not.toContain('INAPTITUDE');
  });

  it.each([
    ['a solution', { reason: 'FIN_CONTRAT', situation: 'CDI', wantsSupport: false }, []],
    ['a wish', { reason: 'FIN_CONTRAT', situation: 'CDI', wantsSupport: true }, ['open']],
    ['an unknown situation', { reason: 'FIN_CONTRAT', situation: 'NON_CONNU' }, ['open']],
  ])('follows from an exit with %s: %j', async (_, over, states) => {
    const service = await at.inService();
    await at.tell(service, 'exit', { ...EXIT, ...over }).expect(200);

    expect((await at.returnsOf(service)).map(({ state }) => state)).toEqual(states);
  });

  it('is cancelled when the unit takes the exit back, but never once somebody took it up', async () => {
    const untouched = await at.gone();
    await at.tell(untouched, 'resume').expect(200);
    expect((await at.adviser().get(untouched.address)).body).toMatchObject({
      state: 'cancelled',
      next: null,
    });

    const touched = await at.gone();
    await at.act(touched.address, 'acknowledge').expect(200);
    await at.tell(touched, 'resume').expect(200);
    expect((await at.adviser().get(touched.address)).body).toMatchObject({
      state: 'acknowledged',
      cause: null,
      exit: null,
      next: { rule: 'return-settle' },
      availableCommands: ['record-attempt', 'answer', 'drop'],
    });
    expect((await at.act(touched.address, 'drop')).body).toMatchObject({ state: 'cancelled' });
  });

  it('is another one for another dropout', async () => {
    const service = await at.gone();
    await at.act(service.address, 'answer', { code: 'RDV_PRIS' }).expect(200);
    await at.tell(service, 'resume').expect(200);
    await at.tell(service, 'exit', EXIT).expect(200);

    const [second, first] = await at.returnsOf(service);
    expect([second?.state, first?.state]).toEqual(['open', 'closed']);
    expect(`/api/v1/returns/${first?.id}`).toBe(service.address);
  });

  it('stays with the unit when no mission locale is known, and is never lost', async () => {
    const service = await at.inService({}, true);
    await at.tell(service, 'exit', EXIT).expect(200);

    const [only] = await at.returnsOf(service, at.recruiter());
    expect(only).toMatchObject({
      state: 'open',
      missionLocale: null,
      next: { rule: 'return-attach' },
    });
    expect(await at.returnsOf(service)).toEqual([]);
  });

  it('leaves a line of history, of audit and an event for each act', async () => {
    const { address } = await at.gone();
    await at.act(address, 'acknowledge').expect(200);
    const id = address.split('/').at(-1);
    const of = async (sql: string) => (await owner(sql, [id])).map(({ one }) => one);

    expect(
      await of(`select command || ' ' || acting_role as one from app.return_transition
        where episode_id = $1 order by recorded_at`),
    ).toEqual(['open recruiter', 'acknowledge ml-adviser']);
    expect(
      await of(`select command as one from app.audit_event where resource_id = $1::text
        and result = 'done' order by recorded_at, command`),
    ).toEqual(['return.open', 'return.acknowledge']);
    expect(
      await of('select name as one from app.outbox_message where subject_id = $1 order by 1'),
    ).toEqual(['return.acknowledged.v1', 'return.opened.v1']);
    expect(at.service.logged()).not.toContain('PAYET');
  });
});

describe('The database', () => {
  const asRole = async (role: string, organisation: string, sql: string, values: unknown[]) => {
    const client = at.service.database.owner;
    await client.query('begin');
    try {
      await client.query(`set local role ${role}`);
      await client.query(`select set_config('app.org', $1, true)`, [organisation]);
      const { rowCount } = await client.query(sql, values);
      return rowCount;
    } catch (error) {
      return error instanceof Error ? error.message : error;
    } finally {
      await client.query('rollback');
    }
  };

  it('lets neither side say what is the other’s, nor a stranger anything', async () => {
    const { address } = await at.gone();
    const id = address.split('/').at(-1);
    const answer = `update app.return_episode set answer_code = 'RDV_PRIS' where id = $1`;
    const close = `update app.return_episode set state = 'closed', due_on = null where id = $1`;
    const cause = 'update app.return_episode set cause = null where id = $1';
    const move = 'update app.return_episode set state_on = state_on where id = $1';
    const stranger = await at.rows.known('97600S00');
    const denied = expect.stringContaining('permission denied');
    const [unit, ml] = ['passerelle_unit', 'passerelle_mission_locale'];

    expect(await asRole(unit, at.unitId, answer, [id])).toEqual(denied);
    expect(await asRole(unit, at.unitId, close, [id])).toEqual(
      expect.stringContaining('return_closed_by_answer'),
    );
    expect(await asRole(ml, at.missionLocaleId, cause, [id])).toEqual(denied);
    expect(await asRole(ml, at.missionLocaleId, move, [id])).toBe(1);
    expect(await asRole(ml, stranger, move, [id])).toBe(0);
    expect(await asRole(ml, at.missionLocaleId, 'select * from app.return_read_mark', [])).toEqual(
      denied,
    );
  });

  it('keeps one active return per service', async () => {
    const { volunteerId } = await at.gone();
    const copy = owner(
      `insert into app.return_episode (id, volunteer_id, unit_id, ml_id, referring_ml_id, state,
         state_on, ends_on, counts_from, due_on)
       select gen_random_uuid(), volunteer_id, unit_id, ml_id, referring_ml_id, state, state_on, ends_on, counts_from,
         due_on from app.return_episode where volunteer_id = $1`,
      [volunteerId],
    );
    await expect(copy).rejects.toThrow('return_active');
  });
});
