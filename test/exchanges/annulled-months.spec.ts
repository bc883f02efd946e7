import type { QueryRunner } from 'typeorm';
import { MonthsThatStand1760000000174 } from '../../src/platform/database/migrations/0174-months-that-stand.js';
import { Emitters, ML, newPeople, UNIT, type Somebody } from './support/emitters.js';
import { incorporated, present } from './support/service-rows.js';
import { servingSinceOctober } from './support/serving.js';
import { toldRows } from './support/told-rows.js';

// What becomes of a month of presence that a unit told and takes back, on both sides of the service.

let partners: Emitters;
beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

/** The rows of the file of a month that the mission locale would get now. */
const told = (month: string) => toldRows(partners, 'CEU', ML, month);

it('A month of presence that is taken back is annulled where it was told, and nowhere else', async () => {
  const people = newPeople(3);
  const [kept, gone, untold] = people;
  const selected = {
    code_suite: 'APTE_RETENU',
    date_incorporation_prevue: '2026-11-20',
    contingent: '2026-11',
  };
  await partners.send('ORI', ML, { rows: people.map((one) => one.referred()) });
  await partners.send('SUI', UNIT, { rows: people.map((one) => one.decided(selected)) });
  await partners.send('INC', UNIT, { rows: people.map((one) => incorporated(one)) });
  const months = (...of: typeof people) => of.map((one) => present(one));
  await partners.send('CEU', UNIT, { nature: 'I', rows: months(kept!, gone!) });
  expect(await told('2026-11')).toHaveLength(2);

  await partners.send('CEU', UNIT, { nature: 'R', rows: months(kept!, untold!) });
  await partners.send('CEU', UNIT, { nature: 'R', rows: months(kept!) });
  expect(await told('2026-11')).toMatchObject([
    {
      type_ligne: 'ANNULATION',
      periode_rattachement: '2026-11',
      reference_orientation: gone!.reference,
      mois: '2026-11',
      en_service: 'O',
      date_fin_prevue: '2027-09-19',
    },
  ]);
  expect(await told('2026-12')).toEqual([]);
});

const AGAIN = [{ code: 'CONTENU_DEJA_RECU' }];

/** The service of somebody as the unit reads it. */
async function serviceOf({ reference }: Somebody) {
  const list = `/api/v1/volunteers?reference=${reference}`;
  const { body } = await partners.service.person('recruiter', UNIT).get(list).expect(200);
  return body.items[0];
}

describe('Months of one young person', () => {
  let one: Somebody;
  beforeEach(async () => {
    one = await servingSinceOctober(partners);
  });

  /** The photo of a month, or its withdrawal without any row. */
  async function photo(mois: string, ...rows: object[]) {
    const nature = rows.length > 0 ? 'I' : 'A';
    const said = rows.map((over) => present(one, { mois, ...over }));
    // A month that comes back has the very bytes that were received before.
    const file = { nature, period: mois, rows: said, confirmations: AGAIN } as const;
    const report = await partners.send('CEU', UNIT, file);
    expect(report).toMatchObject({
      state: 'applied',
      compteurs: { lues: rows.length, rejetees: 0 },
    });
  }
  const [OCTOBER, NOVEMBER] = ['2026-10', '2026-11'];
  /** What the mission locale would get now, in short, and then nothing more. */
  async function toldNow() {
    const rows = await told('2026-12');
    expect(await told('2026-12')).toEqual([]);
    return rows.map((row) => `${row['type_ligne']} ${row['mois']} ${row['en_service']}`).toSorted();
  }

  it('are still known after an upgrade from before each of them was kept', async () => {
    const known = () =>
      partners.look(`select v.presence_months, m.said from app.volunteer v
        join app.delivery_mark m on m.resource_id = v.candidacy_id and m.flow = 'CEU'
        where cardinality(v.presence_months) > 0 order by v.id`);
    await photo(OCTOBER, {});
    await told(OCTOBER);
    const before = await known();
    expect(before.length).toBeGreaterThan(0);

    const { owner } = partners.service.database;
    const runner = { query: (sql: string) => owner.query(sql) } as unknown as QueryRunner;
    const upgrade = new MonthsThatStand1760000000174();
    // As who migrates: the owner of the tables, who sees no row of them.
    const [table] = await partners.look<{ role: string }>(
      `select tableowner as role from pg_tables where schemaname = 'app' and tablename = 'volunteer'`,
    );
    await owner.query(`set role ${table?.role}`);
    await upgrade.down(runner);
    await upgrade.up(runner);
    await owner.query('reset role');
    expect(await known()).toEqual(before);
  });

  it('are annulled one by one, also when an earlier one stands again', async () => {
    await photo(OCTOBER, {});
    expect(await told(OCTOBER)).toMatchObject([{ mois: OCTOBER, type_ligne: 'SITUATION' }]);
    await photo(NOVEMBER, { en_service: 'N' });
    expect(await told(NOVEMBER)).toMatchObject([{ mois: NOVEMBER, type_ligne: 'SITUATION' }]);

    await photo(NOVEMBER);
    expect(await told('2026-12')).toMatchObject([
      {
        ...{ mois: NOVEMBER, type_ligne: 'ANNULATION', en_service: 'N' },
        periode_rattachement: NOVEMBER,
      },
    ]);
    // The month that stands again is what the mission locale knows: it may be taken back in its turn.
    await photo(OCTOBER);
    expect(await toldNow()).toEqual([`ANNULATION ${OCTOBER} O`]);
  });

  it('are annulled also when a later one is told before the next file', async () => {
    await photo(OCTOBER, {});
    expect(await toldNow()).toEqual([`SITUATION ${OCTOBER} O`]);
    await photo(OCTOBER);
    await photo(NOVEMBER, {});
    expect(await toldNow()).toEqual([`ANNULATION ${OCTOBER} O`, `SITUATION ${NOVEMBER} O`]);
    await photo(NOVEMBER);
    expect(await toldNow()).toEqual([`ANNULATION ${NOVEMBER} O`]);
  });

  it('are annulled also when a later one was told and stands', async () => {
    await photo(OCTOBER, {});
    expect(await toldNow()).toEqual([`SITUATION ${OCTOBER} O`]);
    await photo(NOVEMBER, {});
    expect(await toldNow()).toEqual([`SITUATION ${NOVEMBER} O`]);
    await photo(OCTOBER);
    expect(await toldNow()).toEqual([`ANNULATION ${OCTOBER} O`]);
    // Told again, and otherwise: it is a situation like any other, since nothing of it was left.
    await photo(OCTOBER, { absence_longue: 'O' });
    expect(await toldNow()).toEqual([`SITUATION ${OCTOBER} O`]);
  });

  it('are never annulled before they were told, and are told once they stand again', async () => {
    await photo(OCTOBER, {});
    await photo(NOVEMBER, { en_service: 'N' });
    expect(await toldNow()).toEqual([`SITUATION ${NOVEMBER} N`]);
    await photo(OCTOBER);
    expect(await toldNow()).toEqual([]);
    await photo(OCTOBER, {});
    await photo(NOVEMBER);
    expect(await toldNow()).toEqual([`ANNULATION ${NOVEMBER} N`, `SITUATION ${OCTOBER} O`]);
    await photo(OCTOBER);
    expect(await toldNow()).toEqual([`ANNULATION ${OCTOBER} O`]);
  });

  it('are taken back one by one by their own rows too, and refused where nothing stands', async () => {
    await photo(OCTOBER, {});
    await photo(NOVEMBER, { date_fin_prevue: '2027-08-31' });
    expect(await toldNow()).toEqual([`SITUATION ${NOVEMBER} O`]);
    const row = { type_ligne: 'ANNULATION', periode_rattachement: NOVEMBER, mois: NOVEMBER };
    const below = { ...row, periode_rattachement: OCTOBER, mois: OCTOBER };
    const send = (over = {}) =>
      partners.send('CEU', UNIT, { period: NOVEMBER, rows: [present(one, { ...row, ...over })] });
    expect(await send()).toMatchObject({ compteurs: { appliquees: 1 } });
    expect(await serviceOf(one)).toMatchObject({
      presence: { month: OCTOBER },
      plannedEndOn: '2027-09-19',
    });
    expect(await toldNow()).toEqual([`ANNULATION ${NOVEMBER} O`, `SITUATION ${OCTOBER} O`]);
    const twice = await send({ absence_longue: 'O' });
    expect(twice.said).toEqual(['2 TRANSITION_INTERDITE mois']);
    expect(await toldNow()).toEqual([]);
    await partners.send('CEU', UNIT, {
      period: NOVEMBER,
      rows: [present(one, { mois: NOVEMBER })],
    });
    expect(await toldNow()).toEqual([`SITUATION ${NOVEMBER} O`]);
    expect(await send(below)).toMatchObject({ compteurs: { appliquees: 1 } });
    expect(await toldNow()).toEqual([`ANNULATION ${OCTOBER} O`]);
  });

  it('that come back as they were told before the next file are no news', async () => {
    await photo(OCTOBER, {});
    await toldNow();
    await photo(OCTOBER);
    await photo(OCTOBER, {});
    expect(await toldNow()).toEqual([]);
  });
});

it('An incorporation is taken back by its own row, once, and the mission locale is told of it', async () => {
  const [one] = newPeople(1);
  const selected = {
    code_suite: 'APTE_RETENU',
    date_incorporation_prevue: '2026-11-20',
    contingent: '2026-11',
  };
  await partners.emptySlots();
  await partners.send('ORI', ML, { rows: [one!.referred()] });
  await partners.send('SUI', UNIT, { rows: [one!.decided(selected)] });
  const send = (over = {}) => partners.send('INC', UNIT, { rows: [incorporated(one!, over)] });
  await send();
  const ofThem = (rows: Awaited<ReturnType<typeof toldRows>>) =>
    rows.filter((row) => row['reference_orientation'] === one!.reference);
  expect(ofThem(await toldRows(partners, 'INC', ML, '2026-11'))).toHaveLength(1);

  const row = { type_ligne: 'ANNULATION', periode_rattachement: '2026-11' };
  expect(await send(row)).toMatchObject({ compteurs: { appliquees: 1 } });
  expect(await serviceOf(one!)).toMatchObject({ state: 'postponed', incorporatedOn: null });
  const annulled = await toldRows(partners, 'INC', ML, '2026-12');
  expect(ofThem(annulled)).toMatchObject([
    { type_ligne: 'ANNULATION', periode_rattachement: '2026-11' },
  ]);
  const twice = await send({ ...row, site: 'Bourg-Murat' });
  expect(twice.said).toEqual(['2 TRANSITION_INTERDITE statut_incorporation']);
  await send({ filiere: 'Maçonnerie' });
  expect(await serviceOf(one!)).toMatchObject({ state: 'in-service', track: 'Maçonnerie' });
});
