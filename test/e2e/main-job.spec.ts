import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ML = '97411S00';
const UNIT = 'RSMA-RE';
const STRANGER = '97213S00';

let service: TestApplication;
let imiloIds = 88_000_000;

beforeAll(async () => {
  service = await startTestApplication();
});
afterAll(() => service?.close());

/** A referral as contract.md 2 writes it, of somebody new unless told. */
function referral(youngPerson: object = {}) {
  imiloIds += 1;
  return {
    unit: UNIT,
    youngPerson: {
      birthName: 'PAYET',
      usageName: null,
      firstNames: ['Léa'],
      sex: 'F',
      birthDate: '2005-03-11',
      birthPlaceCode: '97411',
      phone: '0692000000',
      email: null,
      address: { street: '12 rue des Manguiers', postalCode: '97400', communeCode: '97411' },
      imiloId: String(imiloIds),
      ...youngPerson,
    },
    volunteerType: 'VS',
    diplomaLevel: 'INFRA3_VBIS',
    support: 'PACEA',
    prerequisites: ['JDC_A_JOUR'],
    informedOn: '2026-01-20',
    noticeVersion: '1',
    submit: true,
  };
}

/** Somebody nobody knows yet: another day of birth each time. */
function somebody() {
  const day = String(10 + (imiloIds % 18));
  const month = String(1 + (Math.floor(imiloIds / 18) % 12)).padStart(2, '0');
  return { birthName: `HOARAU-${'ABCDEFGHIJ'[imiloIds % 10]}`, birthDate: `2004-${month}-${day}` };
}

async function submitted() {
  const ml = await service.as(ML);
  const { body } = await ml.post('/api/v1/referrals').send(referral(somebody())).expect(201);
  return body;
}

describe('From the mission locale to the unit and back', () => {
  it('shows a submitted referral to the unit within one second', async () => {
    const unit = await service.as(UNIT);
    const { reference } = await submitted();
    const sent = performance.now();

    const { body } = await unit.get(`/api/v1/candidacies?reference=${reference}`).expect(200);

    expect(performance.now() - sent).toBeLessThan(1_000);
    expect(body).toMatchObject({
      total: 1,
      next: null,
      items: [{ reference, state: 'received', missionLocale: { code: ML }, unit: { code: UNIT } }],
    });
  });

  it('brings the acknowledgement and the outcome back to the mission locale', async () => {
    const [ml, unit] = [await service.as(ML), await service.as(UNIT)];
    const { id, candidacyId, state } = await submitted();
    expect(state).toBe('submitted');
    const commands = `/api/v1/candidacies/${candidacyId}/commands`;

    await unit
      .post(`${commands}/acknowledge`)
      .send({ unitFileNumber: 'RE-2026-00412' })
      .expect(200);
    const received = await ml.get(`/api/v1/referrals/${id}`).expect(200);
    expect(received.body).toMatchObject({ state: 'received', outcome: null });

    const decision = await unit
      .post(`${commands}/decide`)
      .send({ code: 'APTE_LISTE_ATTENTE', decidedOn: today(), assessedLevel: 'EFFICACE' })
      .expect(200);
    expect(decision.body).toMatchObject({ state: 'decided', unitFileNumber: 'RE-2026-00412' });
    const decided = await ml.get(`/api/v1/referrals/${id}`).expect(200);
    expect(decided.body).toMatchObject({
      state: 'decided',
      outcome: { code: 'APTE_LISTE_ATTENTE', decidedOn: today(), reexaminationOn: null },
      availableCommands: [],
    });
  });

  it('hands every event over to the queue', async () => {
    await submitted();
    const pending = 'select count(*)::int as n from app.outbox_message where published_at is null';
    let left = 1;
    for (let tries = 0; tries < 50 && left > 0; tries += 1) {
      await pause(100);
      left = (await service.database.owner.query(pending)).rows[0].n;
    }
    expect(left).toBe(0);
  });

  it('closes the file of the unit when the referral is withdrawn', async () => {
    const [ml, unit] = [await service.as(ML), await service.as(UNIT)];
    const { id, candidacyId } = await submitted();

    await ml.post(`/api/v1/referrals/${id}/commands/withdraw`).send({}).expect(200);

    const { body } = await unit.get(`/api/v1/candidacies/${candidacyId}`).expect(200);
    expect(body.state).toBe('closed');
  });
});

describe('What the service does not let through', () => {
  it('refuses a second open referral of the same person and names the first', async () => {
    const ml = await service.as(ML);
    const person = { ...somebody(), imiloId: String((imiloIds += 1)) };
    const first = await ml.post('/api/v1/referrals').send(referral(person)).expect(201);

    const second = await ml.post('/api/v1/referrals').send(referral(person)).expect(409);

    expect(second.type).toBe('application/problem+json');
    expect(second.body.existing).toEqual({ id: first.body.id, reference: first.body.reference });
  });

  it('hides a referral from the missions locales it is not of', async () => {
    const stranger = await service.as(STRANGER);
    const { id, reference } = await submitted();

    const one = await stranger.get(`/api/v1/referrals/${id}`).expect(404);
    expect(one.body.code).toBe('referral-not-found');
    const list = await stranger.get(`/api/v1/referrals?reference=${reference}`).expect(200);
    expect(list.body).toEqual({ items: [], next: null, total: 0 });
  });

  it('says that an unknown referral does not exist in the same words', async () => {
    const stranger = await service.as(STRANGER);
    const { id } = await submitted();

    const foreign = await stranger.get(`/api/v1/referrals/${id}`).expect(404);
    const unknown = await stranger.get(`/api/v1/referrals/${randomUUID()}`).expect(404);

    expect(withoutTrace(foreign.body)).toEqual(withoutTrace(unknown.body));
  });

  it('answers nobody without a token, and lets no unit refer', async () => {
    const { status } = await service.anonymous.get('/api/v1/referrals');
    expect(status).toBe(401);
    const unit = await service.as(UNIT);
    const refused = await unit.post('/api/v1/referrals').send(referral());
    expect(refused.status).toBe(403);
  });
});

describe('The list of referrals', () => {
  it('gives pages that follow each other without a gap or a double', async () => {
    const ml = await service.as(ML);
    for (let count = 0; count < 3; count += 1) await submitted();
    const seen: string[] = [];
    let next: string | null = '';
    let total = 0;
    while (next !== null) {
      const query: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const { body } = await ml.get(`/api/v1/referrals?limit=2${query}`).expect(200);
      expect(Object.keys(body).toSorted()).toEqual(['items', 'next', 'total']);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      ({ next, total } = body);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
  });
});

describe('One key, twenty requests at the same instant', () => {
  it('creates one referral and answers the same to all who are not told to wait', async () => {
    const ml = await service.as(ML);
    const key = randomUUID();
    const body = referral(somebody());
    const send = () => ml.post('/api/v1/referrals').set('idempotency-key', key).send(body);

    const answers = await Promise.all(Array.from({ length: 20 }, () => send()));

    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const created = answers.filter(({ status }) => status === 201);
    expect(created.length).toBeGreaterThan(0);
    expect(new Set(created.map((answer) => answer.body.id)).size).toBe(1);
    const again = await send().expect(201);
    expect(again.body.id).toBe(created[0]?.body.id);
    const { imiloId } = body.youngPerson;
    const list = await ml.get(`/api/v1/referrals?imiloId=${imiloId}`).expect(200);
    expect(list.body.total).toBe(1);
  });
});

describe('The probes', () => {
  it('are ready with database, tables and queue', async () => {
    await service.anonymous.get('/health/live').expect(200);
    const { body } = await service.anonymous.get('/health/ready').expect(200);
    expect(body).toEqual({ status: 'ready' });
  });
});

/** The civil day in La Réunion, as the unit dates its decision. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Indian/Reunion' }).format(new Date());
}

function withoutTrace(problem: Record<string, unknown>): Record<string, unknown> {
  const { correlationId: _id, instance: _instance, ...rest } = problem;
  return rest;
}
