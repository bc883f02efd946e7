import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import {
  csvOf,
  deposit,
  depositOf,
  expectedSlot,
  referralBody,
  reportOf,
} from '../exchanges/support/deposits.js';
import { emptyFolder, removeFolders } from '../embedded/workspace.js';
import { startService, type StartedService } from './started-service.js';

jest.setTimeout(300_000);

const ROOT = process.cwd();
const ML = '97411S00';
const TOKEN = randomBytes(32).toString('base64url');
const data = emptyFolder();
const parent = emptyFolder();
const backup = path.join(parent, 'sauvegarde');
let service: StartedService;

afterAll(async () => {
  service?.process.kill('SIGKILL');
  await removeFolders();
});

/** An operator's task on the data folder of this test: exit code and what it printed. */
async function cli(...words: string[]): Promise<{ code: number; said: string }> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'cli.js'), ...words], {
    cwd: ROOT,
    env: { PATH, HOME, PASSERELLE_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code: Number(code), said };
}

/** A partner with a token, a convention and a notice: what an operator would have set up. */
async function setUp(): Promise<void> {
  const password = readFileSync(path.join(data, 'postgresql/password'), 'utf8').trim();
  const port = readFileSync(path.join(data, 'postgresql/data/postmaster.pid'), 'utf8').split(
    '\n',
  )[3];
  const owner = new Client(`postgres://postgres:${password}@127.0.0.1:${port}/passerelle`);
  await owner.connect();
  const client = randomUUID();
  const of = `(select id from app.organisation where code = '${ML}')`;
  const scopes = ['referrals:read', 'referrals:write', 'exchanges:read', 'exchanges:write'];
  await owner.query(`insert into app.privacy_notice values ('1', '2020-01-01')`);
  await owner.query(`insert into app.convention select gen_random_uuid(), ${of}, id, '2020-01-01',
    null, '{}' from app.organisation where code = 'RSMA-RE'`);
  await owner.query(
    `insert into app.machine_client (id, client_id, organisation_id, scopes, state)
     values ($1, 'essai', ${of}, $2, 'active')`,
    [client, scopes],
  );
  await owner.query(
    `insert into app.access_token (token_hash, machine_client_id, scopes, expires_at)
     values ($1, $2, $3, now() + interval '1 day')`,
    [createHash('sha256').update(TOKEN).digest('hex'), client, scopes],
  );
  await owner.end();
}

/** The partner, at the service that runs now. */
function partner(): TestAgent {
  return request.agent(service.url).auth(TOKEN, { type: 'bearer' });
}

/** Refers one more young person; the reference once it is answered. */
async function refer(agent: TestAgent, number: number): Promise<string> {
  const young = {
    birthName: `ESSAI ${'ABCDEFGHIJ'[number % 10]}`,
    imiloId: String(77_000_000 + number),
  };
  const birthDate = `2005-0${1 + (number % 9)}-${10 + (number % 18)}`;
  const body = referralBody({ ...young, birthDate });
  const answer = await agent.post('/api/v1/referrals').send(body).expect(201);
  return String(answer.body.reference);
}

/** A file with a row that cannot be taken: its rejects can only be told from the sealed content. */
async function depositRejected(agent: TestAgent): Promise<string> {
  const { sequence } = await expectedSlot(agent, 'ORI', true);
  const zone = { timeZone: 'Indian/Reunion' };
  const today = new Intl.DateTimeFormat('sv-SE', zone).format(new Date());
  const rows = [{ identifiant_ligne: '1', type_ligne: 'EVENEMENT', nom_naissance: 'A RELIRE' }];
  const name = `ORI_P_${ML}_${today}_${sequence}_S_v1.csv`;
  const file = depositOf(name, csvOf('ORI', rows), { rows, emitter: ML });
  const { status, body } = await deposit(agent, file);
  expect([status, body.errors]).toEqual([202, undefined]);
  await reportOf(agent, body.id);
  return body.id;
}

describe('A backup of the embedded data', () => {
  it('taken while partners write gives everything back that was answered before', async () => {
    service = await startService(data, { DEMONSTRATION: '0' });
    await setUp();
    const agent = partner();
    const fileId = await depositRejected(agent);
    const before = [await refer(agent, 1), await refer(agent, 2)];

    let isDone = false;
    const writing = (async () => {
      for (let number = 3; !isDone; number += 1) await refer(agent, number);
    })();
    const made = await cli('backup', '--to', backup);
    isDone = true;
    await writing;
    expect(made.said).toContain('données personnelles');
    expect(made.code).toBe(0);

    const running = await cli('restore', backup, '--replace');
    expect([running.code, running.said]).toEqual([1, expect.stringContaining('arrêtez-la')]);

    await service.end('SIGTERM');
    rmSync(data, { recursive: true, force: true });
    const restored = await cli('restore', backup);
    expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('remise en place')]);

    service = await startService(data, { DEMONSTRATION: '0' });
    const again = partner();
    for (const reference of before) {
      const { body } = await again.get(`/api/v1/referrals?reference=${reference}`).expect(200);
      expect(body.items).toMatchObject([{ reference }]);
    }
    const { text } = await again.get(`/api/v1/exchanges/${fileId}/rejects`).expect(200);
    expect(text).toContain('A RELIRE');
    await service.end('SIGTERM');
  });

  it('is readable by nobody else', () => {
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(backup)) {
      expect([name, statSync(path.join(backup, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    expect(readdirSync(backup)).toContain('field-encryption-key');
  });

  it('is not written over another one', async () => {
    const { code, said } = await cli('backup', '--to', backup);
    expect([code, said]).toEqual([1, expect.stringContaining('existe déjà')]);
  });

  it('replaces data only when told so, and then keeps them aside', async () => {
    const refused = await cli('restore', backup);
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('--replace')]);

    const { code, said } = await cli('restore', backup, '--replace');
    expect([code, said]).toEqual([0, expect.stringContaining('sont gardées dans')]);
    expect(readdirSync(data).filter((name) => name.includes('.remplace-'))).toHaveLength(2);
    expect(readdirSync(data).filter((name) => name.includes('draft'))).toEqual([]);
  });

  it('is refused when a file of it has changed, or is no backup at all', async () => {
    const folder = await cli('restore', parent);
    expect([folder.code, folder.said]).toEqual([1, expect.stringContaining('n’est pas')]);

    appendFileSync(path.join(backup, 'base.tar'), 'x');
    const { code, said } = await cli('restore', backup, '--replace');
    expect([code, said]).toEqual([1, expect.stringContaining('base.tar')]);
    expect(existsSync(path.join(data, 'postgresql'))).toBe(true);
  });
});
