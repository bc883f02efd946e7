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

describe('A right request', () => {
  it('is served, in its own correlation', async () => {
    const response = await plant(TREE);

    expect(response.status).toBe(201);
    expect(response.body).toEqual({ id: 1, by: 'm1' });
    const id = String(response.headers['x-correlation-id']);
    expect(id).toMatch(UUID);
    expect(tiny.orchard.correlationIds.at(-1)).toBe(id);
  });

  it('keeps a correlation id that is a UUID and replaces any other text', async () => {
    const given = '0b7e1a52-8c52-4a0c-9c1b-6a5b8a0f1c11';
    const kept = await plant(TREE).set('x-correlation-id', given);
    const replaced = await plant(TREE).set('x-correlation-id', 'x","level":"forged');

    expect(kept.headers['x-correlation-id']).toBe(given);
    expect(replaced.headers['x-correlation-id']).toMatch(UUID);
  });
});

describe('The door refuses', () => {
  it.each<[string, object | string, number, string, unknown]>([
    ['text that is no JSON', '{"name":', 400, 'malformed-json', undefined],
    ['bytes after the JSON', '{} {}', 400, 'malformed-json', undefined],
    [
      'a body 21 levels deep',
      `${'['.repeat(21)}${']'.repeat(21)}`,
      400,
      'malformed-json',
      undefined,
    ],
    ['a __proto__ key', '{"__proto__":{"x":1}}', 400, 'forbidden-key', undefined],
    ['a nested constructor key', '{"owner":{"constructor":{}}}', 400, 'forbidden-key', undefined],
    ['an escaped prototype key', '{"proto\\u0074ype":1}', 400, 'forbidden-key', undefined],
    ['a list of 1,001', JSON.stringify(Array(1001).fill(1)), 413, 'payload-too-large', undefined],
    ['256 KB and more', JSON.stringify('x'.repeat(262_200)), 413, 'payload-too-large', undefined],
    ['a list as body', [TREE], 422, 'invalid-request', [['', 'type-error']]],
    [
      'an unknown property',
      { ...TREE, id: 7 },
      400,
      'unknown-property',
      [['/id', 'unknown-property']],
    ],
    [
      'a nested unknown property',
      { ...TREE, owner: { name: 'L', org_id: 'x' } },
      400,
      'unknown-property',
      [['/owner/org_id', 'unknown-property']],
    ],
    [
      'no body at all',
      '',
      422,
      'invalid-request',
      [
        ['/name', 'required'],
        ['/plantedOn', 'required'],
        ['/owner', 'required'],
      ],
    ],
    [
      'a day that does not exist',
      { ...TREE, plantedOn: '2026-02-30' },
      422,
      'invalid-request',
      [['/plantedOn', 'type-error']],
    ],
  ])('%s', async (_title, body, status, code, errors) => {
    const response = await plant(body);

    expect(response.status).toBe(status);
    expect(response.type).toBe('application/problem+json');
    expect(response.body).toMatchObject({ type: `/problems/${code}`, status, code });
    expect(response.body.correlationId).toBe(response.headers['x-correlation-id']);
    expect(response.body.errors?.map((e: Record<string, string>) => [e.pointer, e.code])).toEqual(
      errors,
    );
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'name=a'],
    ['plain text', 'text/plain', '{}'],
    ['multipart where JSON is due', 'multipart/form-data; boundary=x', '--x--'],
    ['XML', 'application/xml', '<a/>'],
  ])('%s with 415', async (_title, type, body) => {
    const response = await request(server())
      .post('/api/v1/trees')
      .set('authorization', 'Bearer ml')
      .set('content-type', type)
      .send(body);

    expect(response.status).toBe(415);
    expect(response.body.code).toBe('unsupported-media-type');
  });

  it('JSON where multipart is due', async () => {
    const response = await request(server())
      .post('/api/v1/trees/photos')
      .set('authorization', 'Bearer ml')
      .send({});

    expect(response.status).toBe(415);
  });

  it.each([
    ['a parameter given twice', '?name=a&name=b', 400, 'repeated-parameter'],
    ['an unknown parameter', '?birthName=a', 400, 'unknown-property'],
    ['a forbidden parameter', '?__proto__=a', 400, 'forbidden-key'],
    ['a page of 101', '?limit=101', 422, 'invalid-request'],
    ['a limit in words', '?limit=ten', 422, 'invalid-request'],
    ['a cursor of chance', '?cursor=abc', 422, 'cursor-invalid'],
  ])('%s', async (_title, query, status, code) => {
    const response = await request(server())
      .get(`/api/v1/trees${query}`)
      .set('authorization', 'Bearer ml');

    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it.each([
    ['delete', '/api/v1/trees', 405, 'GET, HEAD, POST'],
    ['options', '/api/v1/trees', 405, 'GET, HEAD, POST'],
    ['trace', '/api/v1/trees', 405, 'GET, HEAD, POST'],
    ['trace', '/nowhere', 405, ''],
    ['get', '/nowhere', 404, undefined],
    ['post', '/nowhere', 404, undefined],
    ['put', '/api/v1/trees/1/2', 404, undefined],
  ] as const)('%s %s with %i', async (method, url, status, allow) => {
    const response = await request(server())[method](url);

    expect(response.status).toBe(status);
    expect(response.headers.allow).toBe(allow);
    expect(response.body).toMatchObject({ status });
  });

  it('an id that is no UUID as something not found', async () => {
    const response = await request(server())
      .get('/api/v1/trees/12')
      .set('authorization', 'Bearer unit');

    expect([response.status, response.body.code]).toEqual([404, 'not-found']);
  });
});

describe('A list', () => {
  it('gives pages that follow each other', async () => {
    const get = (query: string) =>
      request(server()).get(`/api/v1/trees${query}`).set('authorization', 'Bearer ml');

    const first = await get('?limit=1');
    const second = await get(`?limit=2&cursor=${first.body.next}`);

    expect(first.body).toEqual({
      items: [{ name: 'ABRICOTIER' }],
      next: expect.any(String),
      total: 2,
    });
    expect(second.body.next).toBeNull();
  });
});

describe('An error', () => {
  it('of a feature keeps its code, its sentence and its members, not the reserved ones', async () => {
    const response = await plant({ ...TREE, name: 'FELLED' });

    expect(response.body).toMatchObject({
      status: 409,
      code: 'tree-felled',
      detail: 'Cet arbre est abattu.',
      existing: { id: 'x' },
    });
  });

  it('of ours shows a correlation id and nothing else, and is logged without its message', async () => {
    const response = await plant({ ...TREE, name: 'CRASH' });

    expect(response.status).toBe(500);
    expect(response.text).not.toMatch(/PAYET|TypeError|\.ts|node_modules/);
    const fault = tiny.lines().find((line) => line.event === 'http.fault');
    expect(fault).toMatchObject({
      errorClass: 'TypeError',
      correlationId: response.body.correlationId,
    });
    expect(fault?.errorOrigin).toContain('tiny-app');
    expect(tiny.raw()).not.toContain('PAYET');
  });

  it('has a page that explains it, or JSON for a program', async () => {
    const page = await request(server()).get('/problems/unknown-property');
    const json = await request(server())
      .get('/problems/not-found')
      .set('accept', 'application/json');
    const all = await request(server()).get('/problems');
    const unknown = await request(server()).get('/problems/%3Cscript%3E');

    expect(page.text).toContain('<h1>Champ inconnu</h1>');
    expect(json.body).toMatchObject({ code: 'not-found', status: 404 });
    expect(all.text).toContain('idempotency-running');
    expect(unknown.status).toBe(404);
    expect(unknown.text).not.toContain('<script>');
  });
});

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
