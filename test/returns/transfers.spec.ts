import { LapseTransfers } from '../../src/returns/use-cases/lapse-transfers.js';
import { NOW } from './returning.js';
import { idOf, OTHER, OWN, STRANGER, Transferring } from './transferring.js';

// A return goes on in another mission locale, and only once that one accepts (ADR 0033).

let among: Transferring;
beforeAll(async () => {
  among = await Transferring.start();
});
afterAll(() => among?.at.service.close());
beforeEach(() => among.at.clock.moveTo(NOW));

const read = async (address: string, by: string, status = 200) =>
  (await among.as(by).get(address).expect(status)).body;

describe('A proposal', () => {
  it('shows who is asked what it takes to decide, and changes nothing else', async () => {
    const { address, transfer } = await among.proposed();

    const asked = await among.as(OTHER).get(transfer).expect(200);
    expect(asked.body).toMatchObject({
      state: 'proposed',
      reason: 'DEMENAGEMENT',
      cause: 'dropout',
      endsOn: '2026-11-22',
      from: { code: OWN },
      to: { code: OTHER },
      unit: { code: 'RSMA-RE' },
      youngPerson: { birthName: 'PAYET', birthDate: '2005-03-11' },
      dueOn: '2026-11-27',
      returnId: null,
      availableCommands: ['accept', 'refuse'],
    });
    expect(Object.keys(asked.body.youngPerson).sort()).toEqual([
      'birthDate',
      'birthName',
      'communeCode',
      'firstNames',
      'postalCode',
      'usageName',
    ]);
    await among.as(OTHER).get(address).expect(404);
    expect(await read(address, OWN)).toMatchObject({
      state: 'open',
      missionLocale: { code: OWN },
      next: { rule: 'return-acknowledge', dueOn: '2026-11-25' },
      transfer: { state: 'proposed', to: { code: OTHER } },
      availableCommands: ['acknowledge', 'record-attempt', 'answer'],
    });
    expect(await read(transfer, OWN)).toMatchObject({ availableCommands: ['withdraw'] });
  });

  it('is nothing to a third mission locale, nor to another unit', async () => {
    const { address, transfer } = await among.proposed();

    expect(await read(transfer, 'RSMA-RE')).toMatchObject({
      state: 'proposed',
      youngPerson: null,
      availableCommands: [],
    });
    for (const by of [STRANGER, 'RSMA-YT']) {
      expect((await read(transfer, by, 404)).code).toBe('return-transfer-not-found');
    }
    expect(await read('/api/v1/return-transfers', STRANGER)).toMatchObject({ items: [], total: 0 });
    for (const command of ['accept', 'withdraw']) {
      await among.answer(transfer, command, STRANGER).expect(404);
    }
    await among.answer(transfer, 'refuse', STRANGER, { reason: 'INCONNU' }).expect(404);
    await among.propose(address, STRANGER, 'DEMENAGEMENT', STRANGER).expect(404);
  });

  it.each([
    ['to itself', OWN, 'DEMENAGEMENT', 422, 'return-transfer-invalid'],
    ['to a unit', 'RSMA-YT', 'DEMENAGEMENT', 422, 'return-transfer-invalid'],
    ['to nobody known', '99999S99', 'DEMENAGEMENT', 422, 'return-transfer-invalid'],
    ['for a reason of others', OTHER, 'RATTACHEMENT', 422, 'return-transfer-invalid'],
    ['for no reason', OTHER, 'PARCE QUE', 422, 'invalid-request'],
  ])('%s is refused', async (_, to, reason, status, code) => {
    const { address } = await among.at.gone();

    const { status: answered, body } = await among.propose(address, to, reason);
    expect([answered, body.code]).toEqual([status, code]);
    expect(
      await among.owner('select from app.return_transfer where episode_id = $1', [idOf(address)]),
    ).toEqual([]);
  });

  it('is one at a time, and comes only from who is in charge', async () => {
    const { address, transfer } = await among.proposed();

    const again = await among.propose(address, STRANGER);
    expect(again.body).toMatchObject({ code: 'return-transfer-refused', refusal: 'pending' });
    const byUnit = await among.propose(address, STRANGER, 'DEMENAGEMENT', 'RSMA-RE');
    expect([byUnit.status, byUnit.body.refusal]).toEqual([409, 'not-yours']);
    const itself = await among.answer(transfer, 'accept', OWN);
    expect([itself.status, itself.body.refusal]).toEqual([409, 'not-yours']);
    const taken = await among.answer(transfer, 'withdraw', OTHER);
    expect([taken.status, taken.body.refusal]).toEqual([409, 'not-yours']);
  });

  it('can be taken back, then made to another', async () => {
    const { address, transfer } = await among.proposed();

    expect((await among.answer(transfer, 'withdraw', OWN).expect(200)).body.state).toBe(
      'withdrawn',
    );
    await among.as(OTHER).get(transfer).expect(404);
    await among.answer(transfer, 'accept').expect(404);
    await among.propose(address, STRANGER).expect(200);
  });

  it('leaves whoever refuses without a trace of whom it was about', async () => {
    const { address, transfer } = await among.proposed();

    await among.answer(transfer, 'refuse', OTHER, { reason: 'INCONNU' }).expect(204);
    await among.as(OTHER).get(transfer).expect(404);
    const { items } = await read('/api/v1/return-transfers?limit=100', OTHER);
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(idOf(transfer));
    expect(await read(address, OWN)).toMatchObject({
      state: 'open',
      next: { rule: 'return-acknowledge', dueOn: '2026-11-25' },
      transfer: { state: 'refused', refusal: 'INCONNU' },
      availableCommands: expect.arrayContaining(['propose-transfer']),
    });
  });

  it('ends with the return, when its mission locale answers in the meantime', async () => {
    const { address, transfer } = await among.proposed();

    await among.at.act(address, 'answer', { code: 'RDV_PRIS' }).expect(200);
    expect(await read(address, OWN)).toMatchObject({ transfer: { state: 'withdrawn' } });
    await among.answer(transfer, 'accept').expect(404);
  });

  it('ends with the return, when the unit takes the exit back', async () => {
    const gone = await among.proposed();

    await among.at.tell(gone, 'resume').expect(200);
    expect(await read(gone.address, OWN)).toMatchObject({
      state: 'cancelled',
      transfer: { state: 'withdrawn' },
    });
    await among.answer(gone.transfer, 'accept').expect(404);
  });

  it('that nobody answers lapses the day after its date, once', async () => {
    const { address, transfer } = await among.proposed();
    const other = await among.at.organisation(OTHER);
    const lapse = () => among.at.service.app.get(LapseTransfers).execute(other, 'c');

    among.at.clock.moveTo('2026-11-27T08:00:00.000Z');
    await lapse();
    expect(await read(transfer, OWN)).toMatchObject({ state: 'proposed' });
    among.at.clock.moveTo('2026-11-27T21:00:00.000Z');
    expect([await lapse(), await lapse()]).toEqual([expect.any(Number), 0]);
    expect(await read(address, OWN)).toMatchObject({
      state: 'open',
      missionLocale: { code: OWN },
      transfer: { state: 'lapsed' },
      availableCommands: expect.arrayContaining(['propose-transfer']),
    });
    await among.as(OTHER).get(transfer).expect(404);
    const told = await among.owner(
      `select acting_role, from_state, to_state from app.return_transfer_transition
       where transfer_id = $1 and command = 'lapse'`,
      [idOf(transfer)],
    );
    expect(told).toEqual([{ acting_role: 'system', from_state: 'proposed', to_state: 'lapsed' }]);
  });
});
