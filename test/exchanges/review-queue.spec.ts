import { randomUUID } from 'node:crypto';
import { DatabaseExchangeLedger } from '../../src/exchanges/db/database-exchange-ledger.js';
import { DatabaseIdentityReviews } from '../../src/exchanges/db/database-identity-reviews.js';
import {
  aFile,
  exchangeFixture,
  machineOf,
  ML_ID,
  UNIT_ID,
  type ExchangeFixture,
} from './support/exchange-fixture.js';

const ledger = new DatabaseExchangeLedger();
const reviews = new DatabaseIdentityReviews();
let fixture: ExchangeFixture;

const asUnit = <T>(work: () => Promise<T>): Promise<T> =>
  fixture.unitOfWork.run(machineOf('unit'), work);
const asMissionLocale = <T>(work: () => Promise<T>): Promise<T> =>
  fixture.unitOfWork.run(machineOf('mission-locale'), work);

beforeAll(async () => {
  fixture = await exchangeFixture();
});

afterAll(() => fixture.close());

describe('The queue of identity reviews', () => {
  const review = (fileId: string, line: number, candidateIds: string[]) => ({
    id: randomUUID(),
    organisationId: UNIT_ID,
    fileId,
    line,
    flow: 'SUI',
    reason: 'HOMONYME_POSSIBLE',
    candidateIds,
  });

  it('opens a review a row, lists the open ones, and is decided once', async () => {
    const file = aFile();
    await asUnit(() => ledger.insert(file));
    const [one, two] = [review(file.id, 2, [ML_ID]), review(file.id, 3, [])];
    await asUnit(() => reviews.openAll([one, two]));
    await asUnit(() => reviews.openAll([review(file.id, 2, [UNIT_ID, ML_ID])]));

    const { items, total } = await asUnit(() => reviews.page('open', 1, null));
    expect(total).toBe(2);
    const rest = await asUnit(() => reviews.page('open', 5, items[0] ?? null));
    expect([...items, ...rest.items].map(({ id }) => id).toSorted()).toEqual(
      [one.id, two.id].toSorted(),
    );
    expect(await asUnit(() => reviews.byId(one.id))).toMatchObject({
      candidateIds: [UNIT_ID, ML_ID],
      state: 'open',
    });
    const decide = () => asUnit(() => reviews.decide(one.id, 'same-person', ML_ID, 'me'));
    expect(await decide()).toBe(true);
    expect(await decide()).toBe(false);
    expect(await asUnit(() => reviews.byId(one.id))).toMatchObject({
      state: 'same-person',
      chosenId: ML_ID,
      decidedAt: expect.any(String),
    });
    expect(await asMissionLocale(() => reviews.byId(one.id))).toBeNull();
  });
});
