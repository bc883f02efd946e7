import { RunCalendar } from '../../src/exchanges/use-cases/run-calendar.js';
import { until } from './support/deposits.js';
import { Emitters, ML, newPeople, UNIT, type Sent } from './support/emitters.js';

// What the calendar does besides the month itself: the daily supplement (exchange.md 7.a) and the
// reminder of a number that was passed over (exchange.md 6.4 #64), by the whole service on a moved clock.

const PERIOD = '2027-04';
/** The 8th of May 2027 is a Saturday: the slot of La Réunion stays open until Monday the 10th. */
const MAY = { opened: '2027-05-03T08:00:00.000Z', photo: '2027-05-10T06:00:00.000Z' };
const LATE = '2027-05-10T12:00:00.000Z';
const NEXT_ROUND = '2027-05-11T06:00:00.000Z';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start(MAY.opened);
  await roundAt(MAY.opened);
});
afterAll(() => partners?.service.close());

/** A round besides those of the service: one of them leads, whichever. */
async function roundAt(now: string): Promise<void> {
  partners.moveTo(now);
  const calendar = partners.service.app.get(RunCalendar, { strict: false });
  await until(
    'a round',
    async () => (await calendar.execute(new AbortController().signal)) ?? undefined,
  );
}

/** A person who works for an organisation: the token of its software would run out as the clock moves. */
const operator = (code: string) => partners.service.person('exchange-operator', code);

const send = (flow: 'SUI' | 'ORI', emitter: string, sent: Sent) =>
  partners.sendAs(operator(emitter), flow, emitter, sent);

const IN_APRIL = { date_orientation: '2027-04-06', date_information_jeune: '2027-04-05' };
const ANSWERED = { date_etat: '2027-04-12' };

async function referred(count: number, unit = UNIT) {
  const people = newPeople(count);
  const rows = people.map((one) => one.referred({ ...IN_APRIL, code_unite: unit }));
  await send('ORI', ML, { nature: 'S', period: '2027-05-03', rows });
  return people;
}

interface Waiting {
  readonly id: string;
  readonly flow: string;
  readonly nature: string;
  readonly period: string;
  readonly availableAt: string;
}

async function answersFor(code: string): Promise<Waiting[]> {
  const { body } = await operator(code).get('/api/v1/mailbox?limit=100').expect(200);
  const items = body.items as Waiting[];
  return items.filter(({ flow, period }) => flow === 'SUI' && period === PERIOD);
}

/** Every event is delivered, and every job it ordered done. */
async function untilDone(): Promise<void> {
  await until('the last event', async () => {
    const [open] = await partners.look<{ count: number }>(
      `select count(*)::int from app.outbox_message where done_at is null`,
    );
    return open?.count === 0 ? true : undefined;
  });
}

describe('A file that a slot took after the photo of the month', () => {
  it('goes to its recipients with the next daily round, once, as additions', async () => {
    const [early, late] = await referred(2);
    const answer = (nature: 'I' | 'C', one: typeof early): Sent => ({
      nature,
      period: PERIOD,
      rows: [one!.answered(ANSWERED)],
    });
    await send('SUI', UNIT, answer('I', early));
    await roundAt(MAY.photo);
    const [photo] = await until('the photo', async () => {
      const files = await answersFor(ML);
      return files.length > 0 ? files : undefined;
    });
    expect(photo).toMatchObject({ nature: 'I' });

    partners.moveTo(LATE);
    expect(await send('SUI', UNIT, answer('C', late))).toMatchObject({ code: 0 });
    await roundAt('2027-05-11T05:59:00.000Z');
    await untilDone();
    expect(await answersFor(ML)).toHaveLength(1);

    await roundAt(NEXT_ROUND);
    const supplement = await until('the supplement', async () =>
      (await answersFor(ML)).find(({ id }) => id !== photo?.id),
    );
    expect(supplement).toMatchObject({ nature: 'C' });
    const content = `/api/v1/mailbox/${supplement.id}/content`;
    const { text } = await operator(ML).get(content).expect(200);
    expect(text).toContain(late!.reference);
    expect(text).not.toContain(early!.reference);

    await roundAt(NEXT_ROUND);
    await roundAt('2027-05-12T06:00:00.000Z');
    await untilDone();
    expect(await answersFor(ML)).toHaveLength(2);
    const acts = await partners.look(
      `select 1 from app.exchange_act where key like 'SUPPLEMENT:%'`,
    );
    expect(acts).toHaveLength(1);
  });
});

describe('A number that an emitter passed over', () => {
  /** A Wednesday; in Mayotte, three hours ahead, the office opens at 05:00 UTC on Thursday. */
  const SEEN = '2027-05-12T10:00:00.000Z';
  const JUST_BEFORE = '2027-05-13T04:59:59.000Z';
  const NEXT_MORNING = '2027-05-13T05:00:00.000Z';
  const DAYS_LATER = '2027-05-17T16:00:00.000Z';

  const noticesOf = async (code: string) => {
    const path = '/api/v1/exchanges/notices?limit=100';
    const { body } = await operator(code).get(path).expect(200);
    const items = body.items as { kind: string; flow: string; message: string }[];
    return items.filter(({ kind }) => kind === 'SEQUENCE_MANQUANTE');
  };

  /** A notice of the unit under this number. */
  async function noticed(unit: string, sequence: number) {
    const [one] = await referred(1, unit);
    const rows = [one!.answered({ ...ANSWERED, code_unite: unit })];
    const period = '2027-05-12';
    const report = await send('SUI', unit, { nature: 'S', period, sequence, rows });
    return report.said;
  }

  it('is asked for the next working morning, once, unless it has come by then', async () => {
    partners.moveTo(SEEN);
    const [silent, prompt] = ['RSMA-YT', 'RSMA-MQ'];
    for (const unit of [silent, prompt]) {
      expect(await noticed(unit, 1)).toEqual([]);
      expect(await noticed(unit, 3)).toEqual(['* SEQUENCE_TROU']);
    }
    expect(await noticed(prompt, 2)).toEqual(['* SEQUENCE_TARDIVE']);

    await roundAt(JUST_BEFORE);
    expect(await noticesOf(silent)).toEqual([]);
    await roundAt(NEXT_MORNING);
    expect(await noticesOf(silent)).toMatchObject([
      { flow: 'SUI', message: expect.stringContaining('numéro 2 ') },
    ]);
    await roundAt(DAYS_LATER);
    expect(await noticesOf(silent)).toHaveLength(1);
    expect(await noticesOf(prompt)).toEqual([]);
  });
});
