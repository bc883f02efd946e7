import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { ExemptSlot } from '../../src/exchanges/use-cases/exempt-slot.js';
import { parseMonth, type Month } from '../../src/kernel/index.js';
import type { Organisation } from '../../src/organisations/index.js';
import { signedInAs } from '../support/test-authenticator.js';
import { CalendarYear, PAIRS } from './support/calendar-year.js';

// A slot that closes, and the reports of its files.

const UNIT = 'RSMA-RE';
const PERIOD = month('2028-01');
/** The 8th of February 2028 is a Tuesday, worked in La Réunion: closed at midnight there. */
const JUST_BEFORE = '2028-02-08T19:59:00Z';
const CLOSED = '2028-02-08T20:00:00Z';

let year: CalendarYear;
let unit: Organisation;

function month(text: string): Month {
  const read = parseMonth(text);
  if (!read) throw new Error(text);
  return read;
}

beforeAll(async () => {
  year = await CalendarYear.start(1);
  year.clock.set('2028-01-20T08:00:00Z');
  await year.keepOnly(PAIRS);
  year.clock.set('2028-02-02T08:00:00Z');
  const found = (await year.emitters()).find(({ code }) => code === UNIT);
  if (!found) throw new Error(UNIT);
  unit = found;
});

afterAll(() => year?.close());

async function file(id: string) {
  const { rows } = await year.database.owner.query(
    `select state, report_stage as stage, report_number as number, replaces_report as replaces,
       report_code as code from app.exchange_file where id = $1`,
    [id],
  );
  return rows[0];
}

const set = (id: string, change: string) =>
  year.database.owner.query(`update app.exchange_file set ${change} where id = $1`, [id]);

async function roundAt(text: string): Promise<void> {
  year.clock.set(text);
  await year.round();
}

async function doubt(fileId: string): Promise<string> {
  const id = randomUUID();
  await year.database.owner.query(
    `insert into app.identity_review (id, org_id, file_id, line, flow, reason, candidate_ids, state)
     values ($1, $2, $3, 2, 'SUI', 'r', '{}', 'open')`,
    [id, unit.id, fileId],
  );
  return id;
}

const closedAt = async (): Promise<unknown> => {
  const sql =
    'select closed_at from app.exchange_slot where org_id = $1 and period = $2 and flow = $3';
  const { rows } = await year.database.owner.query(sql, [unit.id, PERIOD, 'SUI']);
  return rows[0]?.closed_at;
};

describe('A slot that closes', () => {
  it('makes reports final under new numbers, waits for what is at work, refuses what is held', async () => {
    await roundAt('2028-02-02T08:00:00Z');
    // Nothing but answers is awaited from the units this month.
    await year.database.owner.query(
      `update app.exchange_slot set state = 'exempt' where flow in ('INC', 'CEU', 'SOR')`,
    );
    const sure = await year.receive(unit, 'SUI', PERIOD);
    const doubtful = await year.receive(unit, 'SUI', PERIOD);
    const held = await year.receive(unit, 'SUI', PERIOD);
    const atWork = await year.receive(unit, 'SUI', PERIOD);
    const notice = await year.receive(unit, 'SUI', PERIOD);
    const review = await doubt(doubtful);
    await set(
      held,
      `state = 'held', step = 'A_CONFIRMER', report_stage = 'A_CONFIRMER', row_count = 3`,
    );
    await set(atWork, `state = 'registered', step = 'ENREGISTRE', report_stage = null`);
    await set(notice, `nature = 'S', period = '2028-01-31', slot_id = null`);

    await roundAt(JUST_BEFORE);
    expect(await file(sure)).toMatchObject({ state: 'applied', stage: 'PROVISOIRE' });
    await roundAt(CLOSED);
    expect(await closedAt()).toBeNull();

    await set(
      atWork,
      `state = 'applied', step = 'APPLIQUE', report_stage = 'PROVISOIRE', report_number = 'CRM-w'`,
    );
    await roundAt('2028-02-08T20:01:00Z');
    expect(await closedAt()).not.toBeNull();
    for (const id of [sure, atWork, notice]) {
      const { state, stage, number, replaces } = await file(id);
      expect({ state, stage }).toEqual({ state: 'closed', stage: 'DEFINITIF' });
      expect(number).toMatch(/^CRM-2028-\d{7}$/);
      expect(replaces).toMatch(/^CRM-/);
      expect(replaces).not.toBe(number);
    }
    expect(await file(held)).toMatchObject({ state: 'rejected', stage: 'DEFINITIF', code: 3 });
    expect(await file(doubtful)).toMatchObject({ state: 'applied', stage: 'PROVISOIRE' });

    await year.database.owner.query(
      `update app.identity_review set state = 'undecidable' where id = $1`,
      [review],
    );
    await roundAt('2028-02-10T09:00:00Z');
    const final = await file(doubtful);
    expect(final).toMatchObject({ state: 'closed', stage: 'DEFINITIF' });
    await roundAt('2028-02-10T09:01:00Z');
    expect(await file(doubtful)).toEqual(final);
  });
});

describe('An exemption', () => {
  const expected = async () => {
    const { body } = await request(year.main.app.getHttpServer())
      .get('/api/v1/exchanges/expected')
      .set(signedInAs('exchange-operator', 'RSMA-YT'));
    return body.items[0];
  };
  const exempt = (code: string, flow = 'SUI') =>
    year.main.app
      .get(ExemptSlot, { strict: false })
      .execute({ organisationCode: code, flow, period: PERIOD, reason: 'AUCUN_VOLONTAIRE' }, 'c');

  it('is kept for a slot nothing came for, and for no other', async () => {
    year.clock.set('2028-02-03T08:00:00Z');
    expect(await expected()).toMatchObject({ period: PERIOD, state: 'expected' });
    expect(await exempt('RSMA-YT')).toBe('done');
    expect(await exempt('RSMA-YT')).toBe('done');
    expect(await expected()).toMatchObject({ period: PERIOD, state: 'exempt' });
    expect(await exempt(UNIT)).toBe('received');
    expect(await exempt('RSMA-YT', 'ORI')).toBe('not-owed');
    expect(await exempt('NOBODY')).toBe('not-owed');
  });

  it('spares the emitter every reminder of the month', async () => {
    await roundAt('2028-02-20T08:00:00Z');
    const { rows } = await year.database.owner.query(
      `select o.code from app.exchange_notice n join app.organisation o on o.id = n.org_id
       where n.kind = 'ALERTE' and n.flow = 'SUI' and n.period = $1 order by 1`,
      [PERIOD],
    );
    const told = rows.map(({ code }) => code);
    expect(told).toContain('RSMA-MQ');
    expect(told).not.toContain('RSMA-YT');
  });
});

describe('The notices of an organisation', () => {
  const noticesOf = async (
    role: 'exchange-operator' | 'national-pilot',
    code: string,
    query = '',
  ) => {
    const { status, body } = await request(year.main.app.getHttpServer())
      .get(`/api/v1/exchanges/notices${query}`)
      .set(signedInAs(role, code));
    return { status, body };
  };
  /** Nobody here sends the other files of a unit: those are told too. */
  const aboutSui = (items: readonly { flow: string; kind: string; partner: string }[]) =>
    items.filter(({ flow }) => flow === 'SUI');

  it('are its own, the latest first, page by page, and say what to do', async () => {
    const { status, body } = await noticesOf('exchange-operator', 'RSMA-MQ');
    expect(status).toBe(200);
    const kinds = aboutSui(body.items).map(({ kind }) => kind);
    // No round fell between the reminder and the due time: it would not have been true any more.
    expect(kinds.toSorted()).toEqual(['ALERTE', 'ECHEANCE_DEPASSEE', 'RELANCE']);
    for (const { message, correction } of body.items) {
      expect(message).toMatch(/2028-01/);
      expect(correction.length).toBeGreaterThan(10);
    }
    const first = await noticesOf('exchange-operator', 'RSMA-MQ', '?limit=1');
    const second = await noticesOf(
      'exchange-operator',
      'RSMA-MQ',
      `?limit=50&cursor=${first.body.next}`,
    );
    expect([...first.body.items, ...second.body.items]).toEqual(body.items);
    const ofUnit = await noticesOf('exchange-operator', UNIT);
    expect(aboutSui(ofUnit.body.items)).toEqual([]);
  });

  it('are copied, when five working days are past, to the command that follows it', async () => {
    const { body } = await noticesOf('national-pilot', 'COMSMA');
    const partners = aboutSui(body.items).map(({ partner }) => partner);
    expect(partners.toSorted()).toEqual(['RSMA-MQ', 'RSMA-NC', 'RSMA-PF']);
    expect(body.items[0]).toMatchObject({ kind: 'ALERTE', audience: 'tutelle' });
  });
});
