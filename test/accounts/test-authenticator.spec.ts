import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get } from '@nestjs/common';
import request from 'supertest';
import type { Actor } from '../../src/kernel/index.js';
import { Allow, CurrentActor } from '../../src/platform/security/index.js';
import { signedInAs, testPersonId } from '../support/test-authenticator.js';
import { accountsApp, type AccountsApp } from './fixture.js';

@Controller('api/v1/whoami')
class WhoAmIController {
  @Get()
  @Allow({ roles: ['recruiter'] })
  whoAmI(@CurrentActor() actor: Actor): Actor {
    return actor;
  }
}

/** What would betray the test door: its class, and the scheme of its header. */
const TRACES = /TestAuthenticator|test-authenticator|\^Test |`Test |'Test /;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function betrayed(folder: string): string[] {
  return filesUnder(folder).filter((file) => TRACES.test(readFileSync(file, 'utf8')));
}

describe('The people of the tests', () => {
  let home: AccountsApp;

  beforeAll(async () => {
    home = await accountsApp(WhoAmIController);
  });

  afterAll(() => home.close());

  function whoAmI(headers: Record<string, string>) {
    return request(home.app.getHttpServer()).get('/api/v1/whoami').set(headers);
  }

  it('sign in with a role and an organisation, always as the same person', async () => {
    const { status, body } = await whoAmI(signedInAs('recruiter', 'RSMA-RE'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      type: 'person',
      id: testPersonId('recruiter', 'RSMA-RE'),
      role: 'recruiter',
      organisation: { code: 'RSMA-RE', kind: 'unit' },
    });
    expect(testPersonId('recruiter', 'RSMA-RE')).not.toBe(testPersonId('recruiter', 'RSMA-YT'));
  });

  it('are held to their role', async () => {
    const { status } = await whoAmI(signedInAs('ml-adviser', '97411S00'));
    expect(status).toBe(403);
  });

  it('are nobody without the header', async () => {
    expect((await whoAmI({})).status).toBe(401);
  });
});

describe('The service itself', () => {
  it('has nothing of the people of the tests in its sources', () => {
    expect(betrayed('src')).toEqual([]);
  });

  it('has nothing of them in what is built', () => {
    expect(existsSync('dist')).toBe(true);
    expect(betrayed('dist')).toEqual([]);
  });

  it('would be caught if it had', () => {
    expect(betrayed('test/support')).toContain(join('test/support', 'test-authenticator.ts'));
  });
});
