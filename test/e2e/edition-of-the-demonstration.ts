import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { addMillis, Clock } from '../../src/kernel/index.js';
import type { TestApplication } from '../support/test-application.js';

const YEAR = String(new Date().getUTCFullYear() - 1);
const YEAR_BEFORE = String(Number(YEAR) - 1);
const SEVEN_YEARS_MS = 7 * 366 * 86_400_000;

/** What freezing the report of a demonstration does; after the tests of the report itself. */
export function itsEdition(serviceOf: () => TestApplication): void {
  const committee = () => serviceOf().person('committee-member', 'NATIONAL');
  const admin = () => serviceOf().person('admin', 'NATIONAL');
  const freeze = (person = admin(), year = YEAR) =>
    person
      .post(`/rapport/${year}/figer`)
      .set('sec-fetch-site', 'same-origin')
      .type('form')
      .send({});
  const pageOf = async (address: string, person = committee()) =>
    (await person.get(address).set('accept', 'text/html').expect(200)).text;
  const tableOf = async () => (await committee().get(`/rapport/${YEAR}.csv`).expect(200)).text;
  const kept = async () => {
    const { rows } = await serviceOf().database.owner.query<{ content: string; sha256: string }>(
      'select content, sha256 from app.report_edition where year = $1',
      [YEAR],
    );
    return rows;
  };
  const told = async () => {
    const { rows } = await serviceOf().database.owner.query<{ year: string }>(
      `select subject_id as year from app.outbox_message where name = 'report.frozen.v1' order by 1`,
    );
    return rows.map(({ year }) => year);
  };

  it('asks once, says that it cannot be undone, and is frozen by the administration alone', async () => {
    const asked = await pageOf(`/rapport/${YEAR_BEFORE}/figer`, admin());
    expect(asked).toContain('Figer ne se défait pas');
    expect((await freeze(committee())).status).toBe(403);
    expect((await admin().get(`/rapport/${YEAR}`)).status).toBe(403);
    expect(await kept()).toEqual([]);
    expect(await pageOf(`/rapport/${YEAR}`)).toContain('Chiffres provisoires');
  });

  it('is refused while the year before has figures and is not frozen', async () => {
    for (const answer of [await freeze(), await admin().get(`/rapport/${YEAR}/figer`)]) {
      expect(answer.status).toBe(409);
      expect(answer.text).toContain(`Figez d’abord le rapport ${YEAR_BEFORE}`);
    }
    expect(await kept()).toEqual([]);
    expect((await freeze(admin(), YEAR_BEFORE)).status).toBe(303);
    expect((await admin().get(`/rapport/${YEAR}/figer`)).status).toBe(200);
    expect(await told()).toEqual([YEAR_BEFORE]);
  });

  it('is kept with its event or not at all', async () => {
    const { owner } = serviceOf().database;
    await owner.query(`alter table app.outbox_message
      add constraint no_news check (name <> 'report.frozen.v1') not valid`);
    expect((await freeze()).status).toBe(500);
    await owner.query('alter table app.outbox_message drop constraint no_news');
    expect(await kept()).toEqual([]);
  });

  it('keeps figures, definitions and dates, with a hash that anybody can reckon again', async () => {
    const before = await tableOf();
    const frozen = await freeze();
    expect(frozen.status).toBe(303);
    expect(await told()).toEqual([YEAR_BEFORE, YEAR]);
    expect((await freeze(admin(), String(Number(YEAR) - 2))).status).toBe(409);
    const [edition] = await kept();
    const { text } = await committee().get(`/rapport/${YEAR}.json`).expect(200);
    expect(text).toBe(edition?.content);
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(edition?.sha256);
    const { report } = JSON.parse(text);
    expect(report.period.lastOn).toBe(`${YEAR}-12-31`);
    expect(report.indicators.every(({ formula }: { formula: string }) => formula !== '')).toBe(
      true,
    );
    expect(await tableOf()).toBe(before);
    for (const page of [await pageOf('/rapport'), await pageOf(`/rapport/${YEAR}`)]) {
      expect(page).toContain(edition?.sha256);
    }
    expect(await pageOf(`/rapport/${YEAR}`)).toContain('Aucun écart');
  });

  it('shows a later correction as a note, and the same figures on every page', async () => {
    const before = await tableOf();
    const { owner } = serviceOf().database;
    // Told a year late: all of one unit, so that the figures of today surely differ.
    await owner.query(
      `update app.candidacy set decided_on = decided_on - 366
       where decided_on between $1 and $2 and unit_id = (select unit_id from app.candidacy limit 1)`,
      [`${YEAR}-01-01`, `${YEAR}-12-31`],
    );
    const page = await pageOf(`/rapport/${YEAR}`);
    expect(/Écart.*seraient différents/.exec(page)?.[0]).toContain('K05');
    expect(await tableOf()).toBe(before);
    const indicators = await committee().get(`/indicateurs.csv?periode=${YEAR}`).expect(200);
    const own = (text: string) => text.split('\r\n').filter((line) => line.includes(`;${YEAR};`));
    expect(own(indicators.text)).toEqual(own(before));
    expect(await pageOf(`/indicateurs?periode=${YEAR}`)).toContain('Chiffres figés le');
  });

  it('is never changed: not by freezing again, not in the database', async () => {
    const before = await kept();
    const again = await freeze();
    expect(again.status).toBe(409);
    expect((await admin().get(`/rapport/${YEAR}/figer`)).status).toBe(409);
    for (const change of [
      'update app.report_edition set frozen_at = now()',
      'delete from app.report_edition',
      'truncate app.report_edition',
    ]) {
      await expect(serviceOf().database.owner.query(change)).rejects.toMatchObject({
        message: 'an edition is kept as it is',
      });
    }
    expect(await kept()).toEqual(before);
  });

  it('leaves a trace of who froze it, and of each reading', async () => {
    const { rows } = await serviceOf().database.owner.query<{ command: string; role: string }>(
      `select distinct command, acting_role as role from app.audit_event
       where command like 'report.%' order by 1`,
    );
    expect(rows).toEqual([
      { command: 'report.freeze', role: 'admin' },
      { command: 'report.read', role: 'committee-member' },
    ]);
  });

  it('has no text to hash for a year that is not frozen', async () => {
    expect((await committee().get(`/rapport/${Number(YEAR) - 2}.json`)).status).toBe(404);
  });

  it('is listed, read and taken seven years later, when its figures are no longer drawn up', async () => {
    const [edition] = await kept();
    const clock = serviceOf().app.get(Clock);
    const later = addMillis(clock.now(), SEVEN_YEARS_MS);
    const ahead = jest.spyOn(clock, 'now').mockReturnValue(later);
    try {
      const list = await pageOf('/rapport');
      for (const year of [YEAR, YEAR_BEFORE]) expect(list).toContain(`Rapport ${year}`);
      expect(list).toContain(edition?.sha256);
      const page = await pageOf(`/rapport/${YEAR}`);
      expect(page).toContain('Édition figée le');
      expect(page).toContain('Écart non calculé');
      const { text } = await committee().get(`/rapport/${YEAR}.json`).expect(200);
      expect(text).toBe(edition?.content);
      for (const extension of ['csv', 'pdf', 'ods']) {
        await committee().get(`/rapport/${YEAR}.${extension}`).expect(200);
      }
      expect((await committee().get(`/rapport/${Number(YEAR) - 2}`)).status).toBe(404);
    } finally {
      ahead.mockRestore();
    }
  });
}
