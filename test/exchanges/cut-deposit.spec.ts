import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { UNIT } from './support/emitters.js';

let service: TestApplication;

beforeAll(async () => {
  service = await startTestApplication();
});
afterAll(() => service?.close());

const START = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na;b\r\n';

describe('A deposit that cannot be told apart into parts', () => {
  it.each([
    ['has no boundary', 'multipart/form-data', `${START}--x--\r\n`],
    ['stops inside a part', 'multipart/form-data; boundary=x', START],
    ['stops inside the head of a part', 'multipart/form-data; boundary=x', START.slice(0, 40)],
  ])('%s: is refused in words, and nothing is registered', async (_, type, body) => {
    const unit = await service.as(UNIT);
    const before = await unit.get('/api/v1/exchanges').expect(200);
    const answer = await unit.post('/api/v1/exchanges').set('content-type', type).send(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed-request']);
    expect(answer.body.detail).toContain('n’est pas arrivé en entier');
    const after = await unit.get('/api/v1/exchanges').expect(200);
    expect(after.body.items).toEqual(before.body.items);
  });
});
