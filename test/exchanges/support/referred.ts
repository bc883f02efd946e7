import { ML, newPeople, Somebody, type Emitters } from './emitters.js';

/** People the mission locale referred by a file just now. */
export async function referred(partners: Emitters, count: number): Promise<Somebody[]> {
  const some = newPeople(count);
  const report = await partners.send('ORI', ML, { rows: some.map((one) => one.referred()) });
  expect(report).toMatchObject({ state: 'applied', code: 0, compteurs: { appliquees: count } });
  return some;
}

export async function referredOne(partners: Emitters): Promise<Somebody> {
  const [one] = await referred(partners, 1);
  if (!one) throw new Error('one was referred');
  return one;
}
