import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { referralBody } from './support/referral-body.js';

// What a file would be refused for is refused by the API too, and nothing of it is kept.

let service: TestApplication;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
});
afterAll(() => service?.close());

const ADDRESS = { postalCode: '97400', communeCode: '97411' };

it.each([
  [
    'a birthplace nobody knows',
    { birthPlaceCode: '00000' },
    'birthPlaceCode',
    'CODE_COMMUNE_INCONNU',
  ],
  [
    'a postal code as birthplace',
    { birthPlaceCode: '97400' },
    'birthPlaceCode',
    'CODE_COMMUNE_INCONNU',
  ],
  [
    'a medical profile',
    { address: { ...ADDRESS, street: '3223251 rue SIGYCOP' } },
    'address/street',
    'CONTENU_INTERDIT',
  ],
  [
    'a social security number',
    { address: { ...ADDRESS, street: '1050397411123' } },
    'address/street',
    'CONTENU_INTERDIT',
  ],
  [
    'a diagnosis among first names',
    { firstNames: ['Léa', 'Pathologie'] },
    'firstNames/1',
    'CONTENU_INTERDIT',
  ],
])('%s', async (_, over, place, code) => {
  const body = referralBody();
  const answer = await fetch(`${service.url}/api/v1/referrals`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await service.token('97411S00')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ ...body, youngPerson: { ...Object(body.youngPerson), ...over } }),
  });
  expect(answer.status).toBe(422);
  const { errors }: { errors?: unknown } = JSON.parse(await answer.text());
  expect(errors).toEqual([expect.objectContaining({ pointer: `/youngPerson/${place}`, code })]);
});
