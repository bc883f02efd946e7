import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { referralBody } from './support/calls.js';

// A place the register does not know is refused at the door, as a file with it would be.

let service: TestApplication;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
});
afterAll(() => service?.close());

it.each(['00000', '97400'])('refuses a birthplace nobody knows: %s', async (birthPlaceCode) => {
  const body = referralBody();
  const answer = await fetch(`${service.url}/api/v1/referrals`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await service.token('97411S00')}`,
      'content-type': 'application/json',
      'idempotency-key': `place-${birthPlaceCode}`,
    },
    body: JSON.stringify({ ...body, youngPerson: { ...Object(body.youngPerson), birthPlaceCode } }),
  });
  expect(answer.status).toBe(422);
  const { errors }: { errors?: unknown } = JSON.parse(await answer.text());
  expect(errors).toEqual([
    expect.objectContaining({
      pointer: '/youngPerson/birthPlaceCode',
      code: 'CODE_COMMUNE_INCONNU',
    }),
  ]);
});
