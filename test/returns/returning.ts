import { OrganisationDirectory, type Organisation } from '../../src/organisations/index.js';
import { SeedRows, type SeededCase } from '../db/support/seed-rows.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

/** Sunday 22 November 2026, midday in La Réunion. */
export const NOW = '2026-11-22T08:00:00.000Z';

const INCORPORATION = {
  status: 'INCORPORE',
  incorporatedOn: '2026-11-02',
  volunteerType: 'VS',
  track: 'CUISINE',
  plannedEndOn: '2027-07-31',
};

/** A dropout of today. */
export const EXIT = {
  exitedOn: '2026-11-22',
  reason: 'DENONCIATION_VOLONTAIRE',
  situation: 'SANS_SOLUTION',
  wantsSupport: true,
  certifications: ['PSC1'],
};

/** Somebody in service, and where the API finds the service. */
export interface InService extends SeededCase {
  readonly volunteerId: string;
}

/** A regiment and a mission locale at work with those who leave. */
export class Returning {
  private constructor(
    readonly clock: SetClock,
    readonly service: TestApplication,
    readonly rows: SeedRows,
    readonly missionLocaleId: string,
    readonly unitId: string,
  ) {}

  static async start(): Promise<Returning> {
    const clock = new SetClock(NOW);
    const service = await startTestApplication({ clock });
    const rows = new SeedRows(service.database.owner);
    const [ml, unit] = [await rows.known('97411S00'), await rows.known('RSMA-RE')];
    return new Returning(clock, service, rows, ml, unit);
  }

  recruiter() {
    return this.service.person('recruiter', 'RSMA-RE');
  }

  adviser() {
    return this.service.person('ml-adviser', '97411S00');
  }

  /** Somebody in service; without a mission locale when told. */
  async inService(over: object = {}, isDirect = false): Promise<InService> {
    const file = isDirect
      ? await this.direct()
      : await this.rows.case(this.missionLocaleId, this.unitId);
    await this.recruiter()
      .post(`/api/v1/candidacies/${file.candidacyId}/commands/decide`)
      .send({ code: 'APTE_RETENU', decidedOn: '2026-11-20', plannedIncorporationOn: '2026-11-21' })
      .expect(200);
    const { body } = await this.recruiter()
      .post('/api/v1/volunteers')
      .send({ candidacyId: file.candidacyId, ...INCORPORATION, ...over })
      .expect(201);
    return { ...file, volunteerId: body.id };
  }

  /** What the unit says of a service. */
  tell({ volunteerId }: InService, command: string, body: object = {}) {
    return this.recruiter()
      .post(`/api/v1/volunteers/${volunteerId}/commands/${command}`)
      .send(body);
  }

  /** Somebody who left without a solution, and the address of the return. */
  async gone(over: object = {}): Promise<InService & { address: string }> {
    const service = await this.inService();
    await this.tell(service, 'exit', { ...EXIT, ...over }).expect(200);
    const [only] = await this.returnsOf(service);
    return { ...service, address: `/api/v1/returns/${only?.id}` };
  }

  /** What the mission locale says of a return. */
  act(address: string, command: string, body: object = {}) {
    return this.adviser().post(`${address}/commands/${command}`).send(body);
  }

  /** The returns of a service as its mission locale lists them, the latest first. */
  async returnsOf({ volunteerId }: InService, reader = this.adviser()) {
    const { body } = await reader.get(`/api/v1/returns?volunteer=${volunteerId}`).expect(200);
    return body.items as { id: string; state: string; next: { dueOn: string } | null }[];
  }

  async organisation(code: string): Promise<Organisation> {
    const found = await this.service.app.get(OrganisationDirectory).byCode(code);
    if (!found) throw new Error(`no organisation ${code}`);
    return found;
  }

  private async direct(): Promise<SeededCase> {
    const personId = await this.rows.person(this.unitId);
    const candidacyId = await this.rows.candidacy({ unitId: this.unitId, personId });
    return { missionLocaleId: '', unitId: this.unitId, personId, referralId: '', candidacyId };
  }
}
