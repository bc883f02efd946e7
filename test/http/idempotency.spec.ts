import request from 'supertest';
import { tinyApp, type TinyApp } from './tiny-app.js';

const TREE = { name: 'CERISIER', plantedOn: '2026-11-20', owner: { name: 'LEA' } };

let tiny: TinyApp;
beforeAll(async () => {
  tiny = await tinyApp();
});
afterAll(() => tiny.app.close());

const plant = (key: string, tree: object = TREE) =>
  request(tiny.app.getHttpServer())
    .post('/api/v1/trees')
    .set('authorization', 'Bearer ml')
    .set('idempotency-key', key)
    .send(tree);

describe('A POST with an idempotency key', () => {
  it('has one effect and one answer, given again with a mark', async () => {
    const before = tiny.orchard.planted.length;
    const first = await plant('once');
    const again = await plant('once');

    expect(tiny.orchard.planted).toHaveLength(before + 1);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(tiny.lines().at(-1)).toMatchObject({ event: 'http.request', replayed: true });
  });

  it('may write its members in another order', async () => {
    await plant('order');
    const { owner, plantedOn, name } = TREE;

    const again = await plant('order', { owner, plantedOn, name });

    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('is refused when the key served for something else', async () => {
    await plant('other');

    const response = await plant('other', { ...TREE, name: 'POIRIER' });

    expect([response.status, response.body.code]).toEqual([422, 'idempotency-other-payload']);
  });

  it('is told to wait while the first one runs', async () => {
    let release = () => {};
    tiny.orchard.hold = new Promise((resolve) => (release = resolve));
    const first = plant('slow').then((response) => response);
    await new Promise((resolve) => setTimeout(resolve, 100));

    const second = await plant('slow');
    release();
    tiny.orchard.hold = undefined;

    expect([second.status, second.body.code]).toEqual([409, 'idempotency-running']);
    expect(second.headers['retry-after']).toBe('2');
    expect((await first).status).toBe(201);
    expect((await plant('slow')).headers['idempotency-replayed']).toBe('true');
  });

  it('is served anew after a refusal or a fault, which kept nothing', async () => {
    const refused = await plant('refused', { ...TREE, name: 'FELLED' });
    const invalid = await plant('refused', { ...TREE, name: '' });
    const fault = await plant('refused', { ...TREE, name: 'CRASH' });
    const right = await plant('refused');

    expect([refused, invalid, fault, right].map(({ status }) => status)).toEqual([
      409, 422, 500, 201,
    ]);
  });

  it('belongs to its client', async () => {
    await plant('mine');
    const other = await plant('mine', { ...TREE, name: 'POIRIER' }).set(
      'authorization',
      'Bearer ml-other',
    );

    expect([other.status, other.body.by]).toEqual([201, 'm4']);
  });

  it('may carry files: the handler says what was sent once it knows', async () => {
    const send = (bytes: string) =>
      request(tiny.app.getHttpServer())
        .post('/api/v1/trees/photos')
        .set('authorization', 'Bearer ml')
        .set('idempotency-key', 'photo')
        .attach('file', Buffer.from(bytes), 'photo.png');

    const first = await send('same');
    const again = await send('same');
    const other = await send('other');

    expect([first.status, again.status, other.status]).toEqual([201, 201, 422]);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it.each([['with spaces in it'], ['x'.repeat(256)]])('is refused with the key %j', async (key) => {
    const response = await plant(key);

    expect([response.status, response.body.code]).toEqual([400, 'idempotency-key-invalid']);
  });
});
