import { randomUUID } from 'node:crypto';
import { TEST_CIPHER } from '../../support/test-cipher.js';
import type { SeedRows } from './seed-rows.js';

let sequence = 0;

/** One row of every table of the exchanges, of the journal and of the keys, for one organisation. */
export async function seedLedger(rows: SeedRows, org_id: string): Promise<void> {
  const file_id = await deposit(rows, org_id);
  const own = { org_id, file_id };
  await rows.insert('exchange_transition', { ...own, to_step: 'RECU' });
  await rows.insert('exchange_content', { ...own, ...partOf('exchange_content', org_id, file_id) });
  await rows.insert('exchange_row', { ...own, line: 2, state: 'A', byte_start: 0, byte_end: 1 });
  const words = { type: 't', code: 'c', level: 'l', message: 'm', correction: 'c' };
  await rows.insert('exchange_anomaly', { ...own, number: 1, ...words });
  const doubt = { line: 2, flow: 'SUI', reason: 'r', candidate_ids: [], state: 'open' };
  await rows.insert('identity_review', { ...own, id: randomUUID(), ...doubt });
  const said = { person_id: randomUUID(), identity_key: 'k', says: 'different', said_by: 'x' };
  await rows.insert('identity_verdict', { id: randomUUID(), org_id, ...said, review_id: file_id });
  await pendingDeposit(rows, org_id);
  await mailbox(rows, org_id);
  await records(rows, org_id);
}

async function deposit(rows: SeedRows, org_id: string): Promise<string> {
  const period = { flow: 'SUI', mode: 'P', period: '2026-11' };
  const at = '2026-11-20T08:00:00Z';
  const days = { opens_at: at, due_at: at, closes_at: at };
  await rows.insert('exchange_slot', {
    id: randomUUID(),
    org_id,
    ...period,
    state: 'expected',
    ...days,
  });
  const id = randomUUID();
  const number = `AEE-2026-${(sequence += 1)}`;
  const head = {
    id,
    org_id,
    number,
    // Done with: a worker that runs beside the test leaves it alone.
    state: 'applied',
    step: 'APPLIQUE',
    sha256: 'x',
    bytes: 1,
  };
  const door = { channel: 'api', depositor_id: 'x', depositor_scopes: [], faults: '[]' };
  const trace = { received_at: at, correlation_id: 'c' };
  await rows.insert('exchange_file', { ...head, ...period, sequence: 1, ...door, ...trace });
  return id;
}

async function pendingDeposit(rows: SeedRows, org_id: string): Promise<void> {
  const id = randomUUID();
  const choice = { flow: 'SUI', mode: 'P', period: '2026-10', nature: 'I' };
  const said = { choice, fileName: 'x', emitter: 'x', period: '2026-10', bytes: 1, rows: null };
  const found = { encoding: null, separator: null, isOnTime: null, isRefused: true };
  const preview = { ...said, ...found, faults: [], rejected: 0, groups: [], first: [] };
  const place = { table: 'pending_deposit', column: 'preview', rowId: id, organisationId: org_id };
  const { keyVersion, sealed } = TEST_CIPHER.seal(JSON.stringify(preview), place);
  const times = { created_at: '2026-11-20T08:00:00Z', expires_at: '2099-01-01T00:00:00Z' };
  const whose = { id, org_id, depositor_id: 'x' };
  await rows.insert('pending_deposit', {
    ...whose,
    key_version: keyVersion,
    preview: sealed,
    ...times,
  });
  const part = partOf('pending_content', org_id, id);
  await rows.insert('pending_content', { org_id, file_id: id, ...part });
}

async function mailbox(rows: SeedRows, org_id: string): Promise<void> {
  const id = randomUUID();
  const at = '2026-11-20T08:00:00Z';
  const place = { flow: 'ORI', mode: 'P', period: '2026-11', nature: 'I', sequence: 1 };
  const bytes = { file_name: 'x', sha256: 'x', bytes: 1, row_count: 1, manifest: '{}' };
  const days = { available_at: at, expires_at: '2099-01-01T00:00:00Z', state: 'available' };
  await rows.insert('mailbox_file', { id, org_id, ...place, ...bytes, ...days });
  const part = partOf('mailbox_content', org_id, id);
  await rows.insert('mailbox_content', { org_id, file_id: id, ...part });
  const mark = { flow: 'ORI', resource_id: randomUUID(), version: 1, mailbox_file_id: id };
  await rows.insert('delivery_mark', { org_id, ...mark });
  const own = { org_id, file_id: id, emitter_id: org_id };
  const told = { flow: 'ORI', mode: 'P', period: '2026-11', row_count: 1, available_at: at };
  await rows.insert('delivery_part', { ...own, ...told, state: 'available' });
  await rows.insert('delivery_line', { ...own, line: 2, resource_id: randomUUID() });
  const act = { org_id, key: 'PHOTO:2026-11:ORI', due_at: at };
  await rows.insert('exchange_act', { ...act, done_at: at });
  const notice = { kind: 'RELANCE', audience: 'referent', issued_at: at };
  await rows.insert('exchange_notice', { id: randomUUID(), ...act, ...notice });
}

function partOf(table: string, organisationId: string, fileId: string): Record<string, unknown> {
  const place = { table, column: 'bytes', rowId: `${fileId}:0`, organisationId };
  const { keyVersion, sealed } = TEST_CIPHER.sealBytes(Buffer.from('x'), place);
  return { part: 0, key_version: keyVersion, bytes: sealed };
}

async function records(rows: SeedRows, org_id: string): Promise<void> {
  const actor = { actor_type: 'machine', actor_id: 'x', acting_role: 'x', channel: 'api' };
  const act = { command: 'c', resource_type: 't', resource_id: 'r', result: 'done' };
  await rows.insert('audit_event', { org_id, ...actor, ...act, correlation_id: 'c' });
  const key = { client: 'x', key: 'k', fingerprint: 'f', expires_at: '2027-01-01T00:00:00Z' };
  const body = { key_version: 1, body: Buffer.from('x') };
  await rows.insert('idempotency_key', { org_id, ...key, ...body });
  const event = {
    id: randomUUID(),
    name: 'n',
    subject_id: 's',
    payload: '{}',
    correlation_id: 'c',
  };
  await rows.insert('outbox_message', { ...event, organisation_id: org_id });
}
