import { connect, type AddressInfo } from 'node:net';
import request from 'supertest';
import { tinyApp, type TinyApp } from './tiny-app.js';

const TREE = { name: 'CERISIER', plantedOn: '2026-11-20', owner: { name: 'LEA' } };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let tiny: TinyApp;
beforeAll(async () => {
  tiny = await tinyApp();
});
afterAll(() => tiny.app.close());

const server = () => tiny.app.getHttpServer();
const plant = (body?: object | string) =>
  request(server())
    .post('/api/v1/trees')
    .set('authorization', 'Bearer ml')
    .set('content-type', 'application/json')
    .send(body);

describe('Every answer', () => {
  const answers: [string, () => Promise<request.Response>][] = [
    ['200', () => request(server()).get('/api/v1/trees').set('authorization', 'Bearer ml')],
    ['201', () => plant(TREE)],
    ['400', () => plant('{')],
    ['400 of the router', () => request(server()).get('/%zz')],
    ['401', () => request(server()).get('/api/v1/trees')],
    ['403', () => plant(TREE).set('authorization', 'Bearer unit')],
    ['404', () => request(server()).get('/nowhere')],
    ['405', () => request(server()).delete('/api/v1/trees')],
    ['413', () => plant(JSON.stringify('x'.repeat(262_200)))],
    ['414', () => request(server()).get(`/api/v1/trees/${'x'.repeat(300)}`)],
    ['500', () => plant({ ...TREE, name: 'CRASH' })],
    ['the document', () => request(server()).get('/api/openapi.json')],
    ['its reading page', () => request(server()).get('/api/docs')],
    ['a file of that page', () => request(server()).get('/api/docs/swagger-ui.css')],
    ['a missing file of that page', () => request(server()).get('/api/docs/nothing.css')],
    ['a probe', () => request(server()).get('/health/live')],
  ];

  it.each(answers)('carries the security headers: %s', async (_title, ask) => {
    const { headers } = await ask();

    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-correlation-id': expect.stringMatching(UUID),
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBeDefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is never stored by caches when it comes from the API', async () => {
    const response = await plant(TREE);

    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('keeps the policy a page sets for itself', async () => {
    const response = await request(server()).get('/api/v1/trees/page');

    expect(response.headers['content-security-policy']).toBe("default-src 'self'");
  });

  it('is a problem even for bytes that are not HTTP and for headers of 17 KB', async () => {
    await tiny.app.listen(0, '127.0.0.1');
    const { port } = server().address() as AddressInfo;
    const say = (text: string) =>
      new Promise<string>((resolve) => {
        let heard = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
        socket.on('close', () => resolve(heard));
      });

    const garbage = await say('HELLO\r\n\r\n');
    const long = await say(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(17_000)}\r\n\r\n`);

    expect(garbage).toMatch(/^HTTP\/1\.1 400 /);
    expect(garbage).toContain('"code":"malformed-request"');
    expect(long).toMatch(/^HTTP\/1\.1 431 /);
    expect(long).toContain('x-content-type-options: nosniff');
  });
});

describe('The log of requests', () => {
  it('has one line per request with the template of the route, the client and its organisation', async () => {
    const before = tiny.lines().length;
    const response = await plant(TREE);

    const [line, ...others] = tiny.lines().slice(before);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      event: 'http.request',
      method: 'POST',
      route: '/api/v1/trees',
      status: 201,
      clientId: 'imilo',
      organisation: 'ML-974-01',
      correlationId: response.headers['x-correlation-id'],
    });
  });

  it('never tells the address, the query or a header', async () => {
    await request(server())
      .get('/api/v1/trees/PAYET-LEA?phone=0692')
      .set('authorization', 'Bearer canary-token')
      .set('user-agent', 'canary');

    expect(tiny.raw()).not.toMatch(/PAYET|0692|canary/);
    expect(tiny.lines().at(-1)).toMatchObject({ route: '/api/v1/trees/:id', status: 401 });
  });
});
