import { Controller, Get } from '@nestjs/common';
import request from 'supertest';
import { declaredRoutes } from '../../src/platform/security/index.js';
import { tinyApp, type TinyApp } from './tiny-app.js';

const TREE = { name: 'CERISIER', plantedOn: '2026-11-20', owner: { name: 'LEA' } };

@Controller('api/v1/forgotten')
class ForgottenController {
  @Get()
  nobodyDecided(): string {
    return 'open';
  }
}

let tiny: TinyApp;
beforeAll(async () => {
  tiny = await tinyApp();
});
afterAll(() => tiny.app.close());

const plantAs = (token?: string) => {
  const sent = request(tiny.app.getHttpServer()).post('/api/v1/trees');
  return (token === undefined ? sent : sent.set('authorization', `Bearer ${token}`)).send(TREE);
};

describe('Access', () => {
  it('is refused to nobody in particular with the way to get a token', async () => {
    const response = await plantAs();

    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="passerelle"');
    expect(response.body).toMatchObject({ code: 'unauthenticated', status: 401 });
  });

  it('is refused to a token nobody gave, saying that the token is wrong', async () => {
    const response = await plantAs('forged');

    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toContain('error="invalid_token"');
    expect(response.text).not.toContain('forged');
  });

  it('is refused to a known actor of another role', async () => {
    const response = await plantAs('unit');

    expect([response.status, response.body.code]).toEqual([403, 'forbidden']);
  });

  it('is refused to a token without the scope, which is named', async () => {
    const response = await plantAs('ml-reader');

    expect([response.status, response.body.code]).toEqual([403, 'insufficient-scope']);
    expect(response.headers['www-authenticate']).toContain('scope="trees:write"');
  });

  it('is refused on the API to the session of a page, whatever its role', async () => {
    const response = await request(tiny.app.getHttpServer())
      .get('/api/v1/trees/0b7e1a52-8c52-4a0c-9c1b-6a5b8a0f1c11')
      .set('authorization', 'Bearer session');

    expect(response.status).toBe(401);
  });

  it('is given to the role and scope of the policy', async () => {
    expect((await plantAs('ml')).status).toBe(201);
  });

  it('leaves nothing done when it is refused', async () => {
    const before = tiny.orchard.planted.length;

    await Promise.all(['forged', 'unit', 'ml-reader', 'session'].map(plantAs));

    expect(tiny.orchard.planted).toHaveLength(before);
  });
});

describe('A process with a route nobody decided on', () => {
  it('does not start', async () => {
    await expect(tinyApp(ForgottenController)).rejects.toThrow(
      'Routes without @Allow or @Public: ForgottenController.nobodyDecided',
    );
  });
});

describe('The declared routes', () => {
  it('name every route with its policy', () => {
    const routes = declaredRoutes(tiny.app);

    expect(routes.find(({ name }) => name === 'TreesController.plant')).toMatchObject({
      method: 'POST',
      policy: { roles: ['ml-machine'], scope: 'trees:write' },
    });
    expect(routes.find(({ name }) => name === 'HealthController.live')?.policy).toBe('public');
  });
});
