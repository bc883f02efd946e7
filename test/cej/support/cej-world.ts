import { SeedRows, type SeededCase } from '../../db/support/seed-rows.js';
import { SetClock } from '../../exchanges/support/set-clock.js';
import { referralBody } from '../../permissions/support/referral-body.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';

/** Somebody who serves, or served, with a CEJ that the referral told. */
export interface Served extends SeededCase {
  /** Of the contract. */
  readonly address: string;
  /** Of the service. */
  readonly volunteer: string;
}

/** A mission locale and a unit of La Réunion at work, on a real database. */
export class CejWorld {
  private constructor(
    readonly service: TestApplication,
    readonly clock: SetClock,
    readonly rows: SeedRows,
  ) {}

  static async start(at: string): Promise<CejWorld> {
    const clock = new SetClock(at);
    const service = await startTestApplication({ clock, isDemonstration: true });
    return new CejWorld(service, clock, new SeedRows(service.database.owner));
  }

  get adviser() {
    return this.service.person('ml-adviser', '97411S00');
  }

  get recruiter() {
    return this.service.person('recruiter', 'RSMA-RE');
  }

  sql<Row extends object>(text: string, values: unknown[] = []) {
    return this.service.database.owner.query<Row>(text, values);
  }

  /** Refers somebody whose CEJ runs from 1 September 2026 to 31 August 2027, or as told. */
  async referred(
    over: object = {},
  ): Promise<{ referral: string; person: string; reference: string }> {
    const body = {
      ...referralBody(),
      support: 'CEJ',
      cejStartsOn: '2026-09-01',
      cejEndsOn: '2027-08-31',
      submit: true,
      ...over,
    };
    const { body: made } = await this.adviser.post('/api/v1/referrals').send(body).expect(201);
    return { referral: made.id, person: made.youngPerson.id, reference: made.reference };
  }

  /** The same young person, to refer more than once. */
  somebody(): object {
    const { youngPerson } = referralBody();
    return { youngPerson };
  }

  /** The contracts of somebody, as their mission locale reads them. */
  async contractsOf(person: string) {
    const { body } = await this.adviser
      .get(`/api/v1/cej-contracts?youngPerson=${person}`)
      .expect(200);
    return body.items;
  }

  /** The same somebody, found fit and incorporated. */
  async served(incorporatedOn: string, plannedEndOn: string, over: object = {}): Promise<Served> {
    return this.incorporated(await this.referred(over), incorporatedOn, plannedEndOn);
  }

  /** Somebody who was referred is found fit and incorporated. */
  async incorporated(
    { referral, person }: { readonly referral: string; readonly person: string },
    incorporatedOn: string,
    plannedEndOn: string,
  ): Promise<Served> {
    const { rows } = await this.sql<{ id: string; ml_id: string; unit_id: string }>(
      'select id, ml_id, unit_id from app.candidacy where referral_id = $1',
      [referral],
    );
    const [file] = rows;
    if (!file) throw new Error('a submitted referral has its candidacy');
    const today = this.clock.now().slice(0, 10);
    await this.recruiter
      .post(`/api/v1/candidacies/${file.id}/commands/decide`)
      .send({ code: 'APTE_RETENU', decidedOn: today, plannedIncorporationOn: today })
      .expect(200);
    const { body } = await this.recruiter
      .post('/api/v1/volunteers')
      .send({
        ...{ candidacyId: file.id, status: 'INCORPORE', incorporatedOn, plannedEndOn },
        volunteerType: 'VS',
      })
      .expect(201);
    const [contract] = await this.contractsOf(person);
    return {
      missionLocaleId: file.ml_id,
      unitId: file.unit_id,
      personId: person,
      referralId: referral,
      candidacyId: file.id,
      address: contract ? `/api/v1/cej-contracts/${contract.id}` : '',
      volunteer: `/api/v1/volunteers/${body.id}`,
    };
  }

  /** The unit tells the exit, or corrects it. */
  async exit({ volunteer }: Served, exitedOn: string, command = 'exit'): Promise<void> {
    await this.recruiter
      .post(`${volunteer}/commands/${command}`)
      .send({
        ...{ exitedOn, reason: 'RESILIATION_DEMANDE', situation: 'SANS_SOLUTION' },
        ...{ wantsSupport: true, certifications: [] },
      })
      .expect(200);
  }

  command(address: string, name: string, body: object = {}) {
    return this.adviser.post(`${address}/commands/${name}`).send(body);
  }

  close(): Promise<void> {
    return this.service.close();
  }
}
