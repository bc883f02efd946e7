import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runToEnd, startService, type StartedService } from './started-service.js';

let directory: string;
let running: StartedService | undefined;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'passerelle-start-'));
});
afterAll(async () => {
  await running?.end('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

async function tokenOf(url: string, client: string): Promise<string> {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client}:demonstration`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  expect(response.status).toBe(200);
  const { access_token: token }: { access_token: string } = JSON.parse(await response.text());
  return token;
}

async function referrals(url: string, token: string, query = ''): Promise<{ total: number }> {
  const response = await fetch(`${url}/api/v1/referrals${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return JSON.parse(await response.text());
}

describe('npm start on an empty folder', () => {
  let total = 0;

  it('serves the demonstration, ready, with its clients and two years of history', async () => {
    running = await startService(directory);
    const ready = await fetch(`${running.url}/health/ready`);
    expect(ready.status).toBe(200);
    const token = await tokenOf(running.url, 'demo-97411S00');
    ({ total } = await referrals(running.url, token));
    expect(total).toBeGreaterThan(50);
    for (const state of ['draft', 'submitted', 'received', 'decided', 'withdrawn', 'lapsed']) {
      const found = await referrals(running.url, token, `?state=${state}`);
      expect([state, found.total > 0]).toEqual([state, true]);
    }
  }, 120_000);

  it('tells the address, the accounts and what to try next, in French', () => {
    const printed = running?.printed() ?? '';
    for (const text of [
      `Passerelle est prête : ${running?.url}`,
      `${running?.url}/api/docs`,
      'conseiller@ml-nord.demo',
      'demo-rsma-re',
      directory,
      'npm run demo:month',
    ]) {
      expect(printed).toContain(text);
    }
  });

  it('keeps its key for its own eyes', () => {
    const { mode } = statSync(path.join(directory, 'field-encryption-key'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('finds its data again after a kill -9, without loading them twice', async () => {
    await running?.end('SIGKILL');
    running = await startService(directory);
    const token = await tokenOf(running.url, 'demo-97411S00');
    expect(await referrals(running.url, token)).toMatchObject({ total });
  }, 120_000);

  it('stops cleanly on SIGTERM, its announcement taken back', async () => {
    expect(await running?.end('SIGTERM')).toBe(0);
    expect(existsSync(path.join(directory, 'service.json'))).toBe(false);
    running = undefined;
  }, 60_000);
});

describe('npm start with a configuration that cannot be', () => {
  it('says why in French, without a stack, and leaves with 1', async () => {
    const { code, printed } = await runToEnd({ PORT: 'trois mille', PASERELLE_DATA_DIR: '/tmp' });
    expect(code).toBe(1);
    expect(printed).toContain('PORT doit être un nombre entier');
    expect(printed).toContain('PASSERELLE_DATA_DIR');
    expect(printed).not.toMatch(/^\s+at /m);
  });

  it('refuses the demonstration in production', async () => {
    const { code, printed } = await runToEnd({ NODE_ENV: 'production', DEMONSTRATION: '1' });
    expect(code).toBe(1);
    expect(printed).toContain('DEMONSTRATION=1 est refusé en production');
  });

  it('tells that no server listens at DATABASE_URL, and shows no password', async () => {
    const { code, printed } = await runToEnd({
      DATABASE_URL: 'postgres://passerelle:tres-secret@127.0.0.1:9/passerelle',
    });
    expect(code).toBe(1);
    expect(printed).toContain('aucun serveur n’écoute à cette adresse');
    expect(printed).not.toContain('tres-secret');
    expect(printed).not.toMatch(/^\s+at /m);
  });
});
