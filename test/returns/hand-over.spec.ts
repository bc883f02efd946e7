import { UnitOfWork } from '../../src/kernel/index.js';
import { Returns } from '../../src/returns/index.js';
import { HandOverReturns } from '../../src/returns/use-cases/hand-over-returns.js';
import { TestAuthenticator } from '../support/test-authenticator.js';
import { EXIT, NOW } from './returning.js';
import { idOf, OTHER, OWN, STRANGER, Transferring } from './transferring.js';

// A proposal that was accepted: one return ends, another begins, and nobody is in two hands (ADR 0033).

let among: Transferring;
beforeAll(async () => {
  among = await Transferring.start();
});
afterAll(() => among?.at.service.close());
beforeEach(() => among.at.clock.moveTo(NOW));

const read = async (address: string, by: string) =>
  (await among.as(by).get(address).expect(200)).body;

/** What a mission locale learns of a return, its own or not. */
async function goingOn(code: string, id: string): Promise<string[]> {
  const { app } = among.at.service;
  const actor = await app
    .get(TestAuthenticator)
    .authenticate({ authorization: `Test ml-adviser@${code}` });
  const found = await app
    .get(UnitOfWork)
    .run(actor!, () => app.get(Returns).goingOnElsewhere([id]));
  return [...found];
}

/** Until a writer of this database waits for what is not committed yet, or has its answer. */
async function waitsOrHasAnswer(asked: Promise<unknown>): Promise<void> {
  let isAnswered = false;
  void asked.finally(() => (isAnswered = true));
  const waiting = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while (!isAnswered && (await among.owner(waiting)).length === 0) await among.owner('select');
}

describe('An acceptance', () => {
  it('puts exactly one other in charge, with days of its own', async () => {
    const gone = await among.proposed();
    await among.at.act(gone.address, 'acknowledge').expect(200);
    among.at.clock.moveTo('2026-11-24T08:00:00.000Z');

    const { body } = await among.answer(gone.transfer, 'accept').expect(200);
    expect(body).toMatchObject({ state: 'completed', returnId: expect.any(String) });
    const next = await read(`/api/v1/returns/${body.returnId}`, OTHER);
    expect(next).toMatchObject({
      state: 'open',
      cause: 'dropout',
      missionLocale: { code: OTHER },
      youngPerson: { birthName: 'PAYET', imiloId: null },
      exit: { reason: 'DENONCIATION_VOLONTAIRE', situation: 'SANS_SOLUTION' },
      reference: null,
      unitFileNumber: expect.any(String),
      attempts: 0,
      next: { rule: 'return-acknowledge', dueOn: '2026-11-27' },
      receivedThrough: { from: { code: OWN } },
      availableCommands: expect.arrayContaining(['acknowledge', 'answer', 'propose-transfer']),
    });
    expect(await read(gone.address, OWN)).toMatchObject({
      state: 'transferred',
      next: null,
      transfer: { state: 'completed', to: { code: OTHER } },
      availableCommands: [],
    });
    await among.as(OTHER).get(gone.address).expect(404);
    await among.as(OWN).get(`/api/v1/returns/${body.returnId}`).expect(404);
    const seen = await among.at.returnsOf(gone, among.at.recruiter());
    expect(seen.map(({ state }) => state)).toEqual(['open', 'transferred']);
    expect(seen[0]).toMatchObject({ missionLocale: { code: OTHER } });
    const active = await among.owner(
      `select ml_id from app.return_episode where volunteer_id = $1
       and state in ('prepared', 'open', 'acknowledged')`,
      [gone.volunteerId],
    );
    expect(active).toEqual([{ ml_id: (await among.at.organisation(OTHER)).id }]);
  });

  it('lets the next mission locale work, and follows what the unit says since', async () => {
    const gone = await among.proposed();
    const { body } = await among.answer(gone.transfer, 'accept').expect(200);
    const next = `/api/v1/returns/${body.returnId}`;

    const corrected = { ...EXIT, exitedOn: '2026-11-21', situation: 'NON_CONNU' };
    await among.at.tell(gone, 'correct-exit', corrected).expect(200);
    expect(await read(next, OTHER)).toMatchObject({
      endsOn: '2026-11-21',
      exit: { exitedOn: '2026-11-21', situation: 'NON_CONNU' },
    });
    await among.as(OTHER).post(`${next}/commands/acknowledge`).expect(200);
    await among.as(OTHER).post(`${next}/commands/answer`).send({ code: 'RDV_PRIS' }).expect(200);
    expect(await read(next, 'RSMA-RE')).toMatchObject({ state: 'closed' });
    const { items } = await read('/api/v1/returns?limit=100', OTHER);
    expect(items.map(({ id }: { id: string }) => id)).toContain(body.returnId);
  });

  it('keeps one file of a person whom both know', async () => {
    const first = await among.proposed();
    const one = await among.answer(first.transfer, 'accept').expect(200);
    await among.as(OTHER).post(`/api/v1/returns/${one.body.returnId}/commands/acknowledge`);
    const back = await among.propose(
      `/api/v1/returns/${one.body.returnId}`,
      STRANGER,
      'CHOIX_DU_JEUNE',
      OTHER,
    );
    const again = await among.answer(
      `/api/v1/return-transfers/${back.body.id}`,
      'accept',
      STRANGER,
    );

    expect(again.body).toMatchObject({ state: 'completed', from: { code: OTHER } });
    expect(await read(`/api/v1/returns/${again.body.returnId}`, STRANGER)).toMatchObject({
      youngPerson: { birthName: 'PAYET' },
      exit: { reason: 'DENONCIATION_VOLONTAIRE' },
      receivedThrough: { from: { code: OTHER } },
    });
  });

  it('is not taken up again while the young person comes back to another mission locale', async () => {
    const gone = await among.proposed();
    const { body } = await among.answer(gone.transfer, 'accept').expect(200);
    const next = `/api/v1/returns/${body.returnId}/commands`;
    await among.as(OTHER).post(`${next}/answer`).send({ code: 'RDV_PRIS' }).expect(200);
    // As after another service: a return goes on that this mission locale may not see.
    await among.owner(
      `update app.return_episode set state = 'open', due_on = '2026-12-31' where id = $1`,
      [idOf(gone.address)],
    );

    const { availableCommands } = await read(`/api/v1/returns/${body.returnId}`, OTHER);
    expect(availableCommands).toEqual([]);
    const refused = await among.as(OTHER).post(`${next}/reopen`).expect(409);
    expect(refused.body).toMatchObject({ code: 'TRANSITION_INTERDITE' });
    expect(refused.body.detail).toContain('Un autre retour de ce jeune');
    expect(await goingOn(OTHER, body.returnId)).toEqual([body.returnId]);
    expect(await goingOn(OWN, body.returnId)).toEqual([]);
  });

  it('is not taken up again either when the other return begins at that very moment', async () => {
    const gone = await among.proposed();
    const { body } = await among.answer(gone.transfer, 'accept').expect(200);
    const next = `/api/v1/returns/${body.returnId}`;
    await among.as(OTHER).post(`${next}/commands/answer`).send({ code: 'RDV_PRIS' }).expect(200);

    await among.owner('begin');
    await among.owner(
      `update app.return_episode set state = 'open', due_on = '2026-12-31' where id = $1`,
      [idOf(gone.address)],
    );
    const asked = among
      .as(OTHER)
      .post(`${next}/commands/reopen`)
      .then((answer) => answer);
    await waitsOrHasAnswer(asked);
    await among.owner('commit');

    const refused = await asked;
    expect([refused.status, refused.body.code]).toEqual([409, 'TRANSITION_INTERDITE']);
    expect(refused.body.detail).toContain('Un autre retour de ce jeune');
    expect(await read(next, OTHER)).toMatchObject({ state: 'closed' });
  });

  it('that was cut short is finished by the round, once', async () => {
    const gone = await among.proposed();
    await among.owner(
      `update app.return_transfer set state = 'accepted', accepted_person_id = $2 where id = $1`,
      [idOf(gone.transfer), await among.at.rows.person((await among.at.organisation(OTHER)).id)],
    );
    const unit = await among.at.organisation('RSMA-RE');
    const round = () => among.at.service.app.get(HandOverReturns).execute(unit, 'c');

    expect(await read(gone.address, OWN)).toMatchObject({ state: 'open' });
    expect([await round(), await round()]).toEqual([1, 0]);
    expect(await read(gone.address, OWN)).toMatchObject({ state: 'transferred' });
    expect(await read(gone.transfer, OTHER)).toMatchObject({ state: 'completed' });
  });

  it('leaves a line of history, of audit and an event for each act, without a name', async () => {
    const gone = await among.proposed();
    const { body } = await among.answer(gone.transfer, 'accept').expect(200);
    const lines = (id: string) =>
      among.owner(
        `select command from app.audit_event where resource_id = $1::text
         and result = 'done' order by recorded_at, command`,
        [id],
      );
    const commands = async (id: string) => (await lines(id)).map(({ command }) => command);

    expect(await commands(idOf(gone.transfer))).toEqual([
      'return-transfer.propose',
      'return-transfer.accept',
      'return-transfer.complete',
    ]);
    expect(await commands(idOf(gone.address))).toEqual(['return.open', 'return.transfer']);
    expect(await commands(body.returnId)).toEqual(['return.open']);
    const events = await among.owner(
      'select name from app.outbox_message where subject_id = $1 order by name',
      [idOf(gone.transfer)],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'return-transfer.accepted.v1',
      'return-transfer.completed.v1',
      'return-transfer.proposed.v1',
    ]);
    expect(among.at.service.logged()).not.toContain('PAYET');
  });
});

describe('Somebody whom no mission locale follows', () => {
  it('is attached by the same act, with their agreement, and by their unit alone', async () => {
    const service = await among.at.inService({}, true);
    await among.at.rows.share(service.unitId, service.personId, service.unitId);
    await among.at.tell(service, 'exit', EXIT).expect(200);
    const [only] = await among.at.returnsOf(service, among.at.recruiter());
    const address = `/api/v1/returns/${only?.id}`;

    const wrong = await among.propose(address, OTHER, 'DEMENAGEMENT', 'RSMA-RE');
    expect([wrong.status, wrong.body.code]).toEqual([422, 'return-transfer-invalid']);
    const { body } = await among.propose(address, OTHER, 'RATTACHEMENT', 'RSMA-RE').expect(200);
    expect(body).toMatchObject({ from: { code: 'RSMA-RE' }, youngPerson: { birthName: 'PAYET' } });
    expect(await read(address, 'RSMA-RE')).toMatchObject({
      next: { rule: 'return-attach' },
      transfer: { state: 'proposed' },
    });
    const transfer = `/api/v1/return-transfers/${body.id}`;
    const accepted = await among.answer(transfer, 'accept').expect(200);
    expect(await read(`/api/v1/returns/${accepted.body.returnId}`, OTHER)).toMatchObject({
      state: 'open',
      missionLocale: { code: OTHER },
      next: { rule: 'return-acknowledge' },
    });
    expect(await read(address, 'RSMA-RE')).toMatchObject({ state: 'transferred' });
  });
});
