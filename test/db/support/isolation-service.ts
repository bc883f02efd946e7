import { FixedClock } from '../../../src/demonstration/fixed-clock.js';
import { instantAt, localDate } from '../../../src/kernel/index.js';
import { DatabaseOrganisationDirectory } from '../../../src/organisations/db/database-organisation-directory.js';
import { OrganisationDirectory } from '../../../src/organisations/index.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { PLAYERS, type Player } from './isolation-model.js';
import { ScopedClient, type Row } from './scoped-client.js';

/** An answer of the API. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const SCOPES = { 'mission-locale': 'passerelle_mission_locale', unit: 'passerelle_unit' } as const;

/** The service as its partners reach it, and its tables as each scope role reaches them. */
export class IsolationService {
  private readonly ids = new Map<string, string>();

  private constructor(
    private readonly service: TestApplication,
    private readonly database: ScopedClient,
  ) {}

  /** On a morning when it is the same day from Martinique to La Réunion. */
  static async start(): Promise<IsolationService> {
    const clock = new FixedClock(instantAt(localDate(2026, 11, 22), '08:00', 'UTC'));
    const service = await startTestApplication({ isDemonstration: true, clock });
    const started = new IsolationService(service, await ScopedClient.open(service.database));
    for (const code of [...PLAYERS['mission-locale'], ...PLAYERS.unit]) {
      const found = await service.app.get(OrganisationDirectory).byCode(code);
      started.ids.set(code, found?.id ?? '');
    }
    return started;
  }

  /** Nobody's file, and no convention. */
  async reset(): Promise<void> {
    const { owner } = this.service.database;
    await owner.query(`truncate app.young_person, app.referral_transition, app.candidacy_transition,
      app.open_referral, app.unit_file_number cascade`);
    await owner.query('delete from app.convention');
    this.forgetRegister();
  }

  async setConvention(missionLocale: string, unit: string, isActive: boolean): Promise<void> {
    const pair = [this.ids.get(missionLocale), this.ids.get(unit)];
    const { owner } = this.service.database;
    const remove = 'delete from app.convention where mission_locale_id = $1 and unit_id = $2';
    await owner.query(remove, pair);
    if (isActive) {
      await owner.query(
        `insert into app.convention (id, mission_locale_id, unit_id, valid_from, duties)
         values (gen_random_uuid(), $1, $2, '2020-01-01', '{}')`,
        pair,
      );
    }
    this.forgetRegister();
  }

  async call(
    { code }: Player,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<ApiAnswer> {
    const authorization = `Bearer ${await this.service.token(code)}`;
    const answer = await fetch(`${this.service.url}/api/v1/${path}`, {
      method,
      headers: {
        authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const read: Record<string, unknown> = JSON.parse(await answer.text());
    return { status: answer.status, body: read };
  }

  /** Without the service: what row-level security alone lets through. */
  select({ code, kind }: Player, sql: string, values?: unknown[]): Promise<Row[]> {
    return this.database.rows(SCOPES[kind], this.ids.get(code) ?? '', sql, values);
  }

  selectUnderMedicalLens({ code }: Player, sql: string): Promise<Row[]> {
    return this.database.rows('passerelle_medical', this.ids.get(code) ?? '', sql);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.service.close();
  }

  private forgetRegister(): void {
    const directory = this.service.app.get(OrganisationDirectory);
    if (directory instanceof DatabaseOrganisationDirectory) directory.forget();
  }
}
