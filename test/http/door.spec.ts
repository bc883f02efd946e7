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

    expect(page.body).toMatchObject({ title: 'Champ inconnu' });
    expect(json.body).toMatchObject({ code: 'not-found', status: 404 });
    expect(all.text).toContain('idempotency-running');
    expect(unknown.status).toBe(404);
    expect(unknown.text).not.toContain('<script>');
  });
});
