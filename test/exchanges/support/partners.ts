import request from 'supertest';
import type { Role } from '../../../src/kernel/index.js';
import { signedInAs } from '../../support/test-authenticator.js';
import type { ExchangeApp } from './exchange-app.js';

/** Days and months around the present of the test, in UTC: `day(-3)` is three days ago. */
export function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Yesterday in La Réunion, where the young people are referred: no act precedes the referral by more than
 * a day, and there the day changes at 20:00 UTC.
 */
export function yesterdayInReunion(): string {
  return new Date(Date.now() - 20 * 3_600_000).toISOString().slice(0, 10);
}

let people = 0;

/** What the two sides do on their own pages or by their software. */
export class Partners {
  constructor(private readonly service: ExchangeApp) {}

  /** Refers a new young person; the id of the referral. */
  async refer(
    unit: string,
    over: Record<string, unknown> = {},
    person: Record<string, unknown> = {},
  ): Promise<{ id: string; reference: string }> {
    people += 1;
    const imiloId = String(88_000_000 + people);
    const body = { ...REFERRAL, unit, youngPerson: { ...PERSON, imiloId, ...person }, ...over };
    const answer = await this.call('post', '/api/v1/referrals', ['ml-adviser', '97411S00'], body);
    expect(answer).toMatchObject({ status: 201 });
    return { id: answer.body['id'], reference: answer.body['reference'] };
  }

  async withdraw(id: string): Promise<void> {
    const path = `/api/v1/referrals/${id}/commands/withdraw`;
    expect((await this.call('post', path, ['ml-adviser', '97411S00'], {})).status).toBe(200);
  }

  /** A command of the unit on the candidacy of a referral. */
  async answer(unit: string, reference: string, command: string, body: object): Promise<void> {
    const list = `/api/v1/candidacies?reference=${reference}`;
    const [found] = (await this.call('get', list, ['recruiter', unit])).body['items'];
    const path = `/api/v1/candidacies/${found.id}/commands/${command}`;
    const answer = await this.call('post', path, ['recruiter', unit], body);
    expect(answer).toMatchObject({ status: 200 });
  }

  async call(
    method: 'get' | 'post',
    path: string,
    [role, code]: readonly [Role, string],
    body?: object,
  ) {
    const call = request(this.service.app.getHttpServer())
      [method](path)
      .set(signedInAs(role, code));
    const { status, body: answered } = await (body ? call.send(body) : call);
    return { status, body: answered };
  }
}

const PERSON = {
  birthName: 'PAYET',
  usageName: null,
  firstNames: ['Léa', 'Marie'],
  sex: 'F',
  birthDate: `${Number(day(0).slice(0, 4)) - 20}-03-11`,
  birthPlaceCode: '97411',
  phone: '0692000000',
  email: 'lea.payet@exemple.invalid',
  address: { street: '12 rue des Manguiers', postalCode: '97400', communeCode: '97411' },
};

const REFERRAL = {
  volunteerType: 'VS',
  diplomaLevel: 'INFRA3_VBIS',
  support: 'AUCUN',
  prerequisites: ['JDC_A_JOUR'],
  informedOn: day(-5),
  noticeVersion: '1',
  submit: true,
};
