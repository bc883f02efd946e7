import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { closeGracefully } from '../../src/platform/http/index.js';
import { MetricsServer } from '../../src/platform/health/index.js';
import { tinyApp } from './tiny-app.js';

const TREE = { name: 'CERISIER', plantedOn: '2026-11-20', owner: { name: 'LEA' } };

describe('The probes', () => {
  it('say one word and follow the checks', async () => {
    const { app, orchard, lines } = await tinyApp();
    const ready = async () => {
      const { status, body } = await request(app.getHttpServer()).get('/health/ready');
      return [status, body];
    };

    expect(await ready()).toEqual([200, { status: 'ready' }]);
    orchard.level = 'degraded';
    expect(await ready()).toEqual([200, { status: 'degraded' }]);
    orchard.level = 'down';
    expect(await ready()).toEqual([503, { status: 'unavailable' }]);
    const live = await request(app.getHttpServer()).get('/health/live');
    expect([live.status, live.body]).toEqual([200, { status: 'live' }]);
    expect(lines()).toContainEqual(
      expect.objectContaining({ event: 'health.check', check: 'orchard', state: 'down' }),
    );
    await app.close();
  });
});

describe('The figures', () => {
  it('are served on their own port only, by route template', async () => {
    const { app } = await tinyApp();
    await request(app.getHttpServer()).get('/api/v1/trees/0b7e1a52-8c52-4a0c-9c1b-6a5b8a0f1c11');
    const own = request(`http://127.0.0.1:${app.get(MetricsServer).port}`);

    const figures = await own.get('/metrics');

    expect(figures.text).toContain(
      'http_requests_total{method="GET",route="/api/v1/trees/:id",status="401"} 1',
    );
    expect(figures.text).toContain('nodejs_eventloop_lag_seconds');
    expect(figures.text).not.toContain('0b7e1a52');
    expect((await own.get('/')).status).toBe(404);
    expect((await request(app.getHttpServer()).get('/metrics')).status).toBe(404);
    await app.close();
  });
});

describe('A process that stops', () => {
  it('is not ready first, answers what it has in hand, and closes kept connections', async () => {
    const { app, orchard } = await tinyApp();
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    let release = () => {};
    orchard.hold = new Promise((resolve) => (release = resolve));
    const inHand = request(url)
      .post('/api/v1/trees')
      .set('authorization', 'Bearer ml')
      .send(TREE)
      .then((response) => response.status);
    await pause(100);

    const closing = closeGracefully(app, { delayMs: 300 });
    await pause(50);
    const probe = await request(url).get('/health/ready');
    await pause(400);
    release();

    expect([probe.status, probe.headers.connection]).toEqual([503, 'close']);
    expect(await inHand).toBe(201);
    expect(await closing).toBe('closed');
    await expect(request(url).get('/health/live')).rejects.toThrow('ECONNREFUSED');
  });

  it('does not wait for a connection kept open without a request', async () => {
    const { app } = await tinyApp();
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: '/health/live', agent }, (response) => {
        response.resume().once('end', () => resolve());
      }).once('error', reject);
    });

    expect(await closeGracefully(app, { delayMs: 0, deadlineMs: 3000 })).toBe('closed');
    agent.destroy();
  });

  it('gives up at the deadline', async () => {
    const { app, orchard } = await tinyApp();
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    let release = () => {};
    orchard.hold = new Promise((resolve) => (release = resolve));
    const inHand = request(`http://127.0.0.1:${port}`)
      .post('/api/v1/trees')
      .set('authorization', 'Bearer ml')
      .send(TREE)
      .then((response) => response.status);
    await pause(100);

    expect(await closeGracefully(app, { delayMs: 0, deadlineMs: 200 })).toBe('late');
    release();
    expect(await inHand).toBe(201);
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
