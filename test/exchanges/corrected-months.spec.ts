import { NothingToReissue } from '../../src/exchanges/domain/mailbox-errors.js';
import { Emitters, ML, UNIT, type Sent, type Somebody } from './support/emitters.js';
import { present } from './support/service-rows.js';
import { servingSinceOctober } from './support/serving.js';
import { toldAnew, toldFile } from './support/told-rows.js';

// What becomes of a month of presence that is told otherwise while a later one stands, on both sides.

const [OCTOBER, NOVEMBER, DECEMBER] = ['2026-10', '2026-11', '2026-12'] as const;

let partners: Emitters;
let one: Somebody;
beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(async () => {
  one = await servingSinceOctober(partners);
});
afterAll(() => partners?.service.close());

/** What becomes of the only row of a file of the unit about a month. */
async function say(mois: string, cells: object = {}, file: Partial<Sent> = {}) {
  const rows = [present(one, { mois, ...cells })];
  const { compteurs } = await partners.send('CEU', UNIT, { period: mois, rows, ...file });
  const fates = Object.entries(compteurs).filter(([name, count]) => name !== 'lues' && count === 1);
  return fates.map(([name]) => name).join();
}

type Rows = readonly Readonly<Record<string, string>>[];

const short = (rows: Rows): string[] =>
  rows
    .map((row) => `${row['type_ligne']} ${row['periode_rattachement']} ${row['mois']}`)
    .toSorted();

/** The file that the mission locale gets now for a month. */
async function deliver(month: string) {
  const told = await toldFile(partners, 'CEU', ML, month);
  if (!told) throw new Error('there is something to tell');
  return { id: told.file.id, rows: short(told.rows) };
}

/** Both months are told, each by its own file. */
async function bothTold(): Promise<void> {
  for (const month of [OCTOBER, NOVEMBER]) {
    expect(await say(month)).toBe('appliquees');
    expect((await deliver(month)).rows).toEqual([`SITUATION  ${month}`]);
  }
}
const LONG_ABSENT = { absence_longue: 'O' };
const taken = (mois: string) => ({ type_ligne: 'ANNULATION', periode_rattachement: mois });

it('A month told otherwise below the latest is passed on as the correction of its own month', async () => {
  await bothTold();
  await say(OCTOBER, LONG_ABSENT);
  expect((await deliver(DECEMBER)).rows).toEqual([`CORRECTION ${OCTOBER} ${OCTOBER}`]);
  await say(NOVEMBER, LONG_ABSENT);
  // The file of the very month says what is so.
  expect((await deliver(NOVEMBER)).rows).toEqual([`SITUATION  ${NOVEMBER}`]);
});

it('A file that nobody came for is told again with the month below the latest that it told', async () => {
  await bothTold();
  await say(OCTOBER, LONG_ABSENT);
  const { id } = await deliver(DECEMBER);
  const { rows, faults } = await toldAnew(partners, id, ML);
  expect(faults).toEqual([]);
  expect(short(rows)).toEqual([`SITUATION  ${OCTOBER}`, `SITUATION  ${NOVEMBER}`]);
  expect(rows.find(({ mois }) => mois === OCTOBER)).toMatchObject(LONG_ABSENT);
});

it('A file that nobody came for is told again although a later file told another month', async () => {
  expect(await say(OCTOBER)).toBe('appliquees');
  await deliver(OCTOBER);
  await say(OCTOBER, taken(OCTOBER));
  const { id, rows } = await deliver(NOVEMBER);
  expect(rows).toEqual([`ANNULATION ${OCTOBER} ${OCTOBER}`]);
  await say(NOVEMBER);
  await deliver(NOVEMBER);
  const again = await toldAnew(partners, id, ML);
  expect(short(again.rows)).toEqual([`ANNULATION ${OCTOBER} ${OCTOBER}`, `SITUATION  ${NOVEMBER}`]);
  await expect(toldAnew(partners, id, ML)).rejects.toThrow(NothingToReissue);
});

it('What becomes of a row is decided by its own month, whatever the latest is', async () => {
  const sequence = partners.next('CEU', UNIT);
  expect(await say(NOVEMBER)).toBe('appliquees');
  expect(await say(OCTOBER)).toBe('appliquees');
  expect(await say(OCTOBER, LONG_ABSENT)).toBe('appliquees');
  const corrected = { type_ligne: 'CORRECTION', periode_rattachement: OCTOBER, ...LONG_ABSENT };
  const ofNovember = { period: NOVEMBER };
  expect(await say(OCTOBER, corrected, ofNovember)).toBe('inchangees');
  expect(await say(OCTOBER, { en_service: 'N' }, { sequence })).toBe('perimees');
  expect(await say(OCTOBER, { ...corrected, en_service: 'N' }, ofNovember)).toBe('appliquees');
  expect((await deliver(NOVEMBER)).rows).toEqual([`SITUATION  ${NOVEMBER}`]);
});
