import { DEPOSIT_WINDOW_SECONDS } from '../../../src/exchanges/use-cases/emitter-habits.js';
import { inRow } from './support/changes.js';
import type { FileFault } from './support/fault-case.js';
import { faultyFile } from './support/fault-file.js';
import { FaultTrial } from './support/fault-trial.js';
import { photo, SIX_MONTHS } from './support/photos.js';

const PER_MINUTE = 8;
const [ONE, OTHER, THIRD, FOURTH] = ['97416S00', '97600S00', '97411S00', '97302S00'];

let trial: FaultTrial;

beforeAll(async () => {
  trial = await FaultTrial.start('person', PER_MINUTE);
});
afterAll(() => trial?.service.close());

/** Rows of a table of the service. */
async function count(from: string): Promise<number> {
  const [row] = await trial.look<{ n: number }>(`select count(*)::int as n from ${from}`);
  return row?.n ?? -1;
}

describe('An organisation that sends too many files in a minute', () => {
  it('is told to wait, alone, and is served again a minute later', async () => {
    const bare: FileFault = { emitter: ONE, missing: 'manifest' };
    for (let sent = 0; sent < PER_MINUTE; sent += 1) await trial.play(bare);
    const agent = await trial.as(ONE);
    const refused = await agent.post('/api/v1/exchanges').field('manifest', '{}');
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe(String(DEPOSIT_WINDOW_SECONDS));
    expect(refused.body).toMatchObject({
      code: 'DEBIT_EXCESSIF',
      id: expect.any(String),
      are: expect.stringMatching(/^ARE-/),
      errors: [{ code: 'DEBIT_EXCESSIF', niveau: 'BLOQUANT_FICHIER' }],
    });
    expect((await trial.play({ emitter: OTHER })).outcome.verdict).toBe('applied');

    trial.clock.set('2026-12-03T08:01:01.000Z');
    expect((await trial.play({ emitter: ONE })).outcome.verdict).toBe('applied');
  });
});

describe('A deposit when the disk is full', () => {
  it('is not received, and passes once there is room', async () => {
    await trial.look(`create function app.no_room() returns trigger language plpgsql
      as $$ begin raise exception 'no room' using errcode = '53100'; end $$`);
    await trial.look(`create trigger no_room before insert on app.exchange_content
      for each row execute function app.no_room()`);
    const before = await count('app.exchange_file');
    const agent = await trial.as(OTHER);
    const file = faultyFile({ rows: () => [] }, [], {
      flow: 'ORI',
      emitter: OTHER ?? '',
      sequence: 2,
    });
    const send = () =>
      agent
        .post('/api/v1/exchanges')
        .field('manifest', file.manifest)
        .attach('file', file.bytes, { filename: file.name, contentType: 'text/csv' });
    const full = await send();
    await trial.look('drop function app.no_room() cascade');

    expect(full.status).toBe(507);
    expect(full.body).toMatchObject({ code: 'storage-full' });
    expect(full.headers['retry-after']).toBe('600');
    expect(await count('app.exchange_file')).toBe(before);
    expect(trial.service.logged()).toContain('53100');
    expect((await send()).body).toMatchObject({ code: 'AUCUNE_LIGNE' });
  });
});

describe('A deposit', () => {
  it.each(['file', 'manifest'])(
    'with two parts %s is refused, and nothing is recorded',
    async (part) => {
      const before = await count('app.exchange_file');
      const { status, body } = await (
        await trial.as(OTHER)
      )
        .post('/api/v1/exchanges')
        .attach('file', Buffer.from('a'), 'a.csv')
        .attach('manifest', Buffer.from('{}'), 'a.json')
        .attach(part, Buffer.from('b'), 'b.csv');
      expect([status, body.code]).toEqual([400, 'repeated-part']);
      expect(await count('app.exchange_file')).toBe(before);
    },
  );

  it.each([
    ['twice as text fields', ['text', 'text']],
    ['as a text field, then as a file', ['text', 'file']],
    ['as a file, then as a text field', ['file', 'text']],
  ])('with a manifest %s is refused, and nothing is recorded', async (_, kinds) => {
    const before = await count('app.exchange_file');
    const deposit = (await trial.as(OTHER)).post('/api/v1/exchanges');
    for (const kind of kinds) {
      if (kind === 'text') deposit.field('manifest', '{}');
      else deposit.attach('manifest', Buffer.from('{}'), 'a.json');
    }
    const { status, body } = await deposit.attach('file', Buffer.from('a'), 'a.csv');
    expect([status, body.code]).toEqual([400, 'repeated-part']);
    expect(await count('app.exchange_file')).toBe(before);
  });

  it('made twice at the same instant is one file with one receipt', async () => {
    const { file, outcome } = await trial.play({ emitter: THIRD });
    const twin = { ...file, name: file.name.replace('_000001_', '_000002_') };
    const manifest = file.manifest
      .replaceAll('_000001_', '_000002_')
      .replace('"sequence":1,', '"sequence":2,');
    const confirmed = JSON.stringify({
      ...(JSON.parse(manifest) as Record<string, unknown>),
      confirmations: [{ fichier: twin.name, code: 'CONTENU_DEJA_RECU' }],
    });
    const agent = await trial.as(THIRD ?? '');
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        agent
          .post('/api/v1/exchanges')
          .field('manifest', confirmed)
          .attach('file', twin.bytes, { filename: twin.name, contentType: 'text/csv' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ body }) => body.aee)).size).toBe(1);
    expect(answers[0]?.body.aee).not.toBe(outcome.receipt['aee']);
  });
});

describe('A fault that somebody else must know of', () => {
  it.each([
    ['privacy', 'extra-label', { text: (csv: string) => csv.replace('qpv', 'nir') }],
    ['privacy', 'CONTENU_INTERDIT', { rows: inRow(2, { complement_adresse: 'SIGYCOP 3223251' }) }],
    ['security', 'HORS_PERIMETRE', { rows: inRow(2, { code_structure: THIRD ?? '' }) }],
    [
      'security',
      'EMETTEUR_USURPE',
      { name: (name: string) => name.replace(FOURTH ?? '', '97411S00') },
    ],
  ])('leaves an alert of %s, %s, once, without a value', async (kind, code, fault: FileFault) => {
    const { outcome } = await trial.play({ ...fault, emitter: FOURTH });
    const events = await trial.look(
      `select name, payload from app.outbox_message where subject_id = $1 and name like '%-alert.v1'`,
      outcome.id,
    );
    expect(events).toEqual([{ name: `exchange-file.${kind}-alert.v1`, payload: { code } }]);
    const lines = await trial.look(
      `select command, detail from app.audit_event
       where resource_id = $1 and command like 'exchange.alert-%'`,
      outcome.id,
    );
    expect(lines).toEqual([{ command: `exchange.alert-${kind}`, detail: code }]);
  });
});

describe('A photo much shorter than usual', () => {
  it('is held after six others, and goes on once confirmed', async () => {
    for (const month of SIX_MONTHS) {
      expect((await trial.play(photo(trial, month, 20))).outcome).toMatchObject({
        verdict: 'applied',
        said: [],
      });
    }
    const { outcome, agent } = await trial.play(photo(trial, '2026-11', 9));
    expect(outcome).toMatchObject({ verdict: 'held', said: ['* Q DERIVE_VOLUME'] });
    const path = `/api/v1/exchanges/${outcome.id}`;
    await agent.post(`${path}/commands/confirm`).send({ code: 'DERIVE_VOLUME' }).expect(200);
    const crm = await trial.reported(agent, outcome.id);
    expect(crm).toMatchObject({ verdict: 'applied', said: ['* Q DERIVE_VOLUME'] });
    expect(crm.counters).toMatchObject({ lues: 9, appliquees: 9 });
  });
});
