import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { CreateMachineClient, scopesOfKind } from '../../src/accounts/index.js';
import { AllInOneModule } from '../../src/app/all-in-one.module.js';
import { ServiceAddress } from '../../src/app/service-address.js';
import { systemTask } from '../../src/app/system-task.js';
import { openWebDoor } from '../../src/app/web-door.js';
import type { Clock } from '../../src/kernel/index.js';
import { LoadReferenceData, OrganisationDirectory } from '../../src/organisations/index.js';
import { shippedReference } from '../../src/organisations/reference/shipped-reference.js';
import { Configuration } from '../../src/platform/config/index.js';
import { loadEnvironment } from '../../src/platform/config/load-environment.js';
import { createHttpApplication } from '../../src/platform/http/index.js';
import type { QueueSettingsInput } from '../../src/platform/queue/index.js';
import { FieldKeyRing, type Authenticator } from '../../src/platform/security/index.js';
import { TestAuthenticator } from './test-authenticator.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** What a test wants the service to be. */
export interface TestApplicationOptions {
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  /** Besides bearer tokens; people sign in with `Test role@CODE` unless told. */
  readonly authenticators?: readonly Type<Authenticator>[];
  /** True gives the calendar of the demonstration: last month open. */
  readonly isDemonstration?: boolean;
  /** More environment variables, as an operator would give them. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly queue?: Partial<QueueSettingsInput>;
}

/**
 * The whole service, API and workers, on a database of its own: every organisation and convention that
 * is shipped, the information notice `1`, no young person.
 */
export interface TestApplication {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  /** Address it listens on. */
  readonly url: string;
  /** Requests without credentials. */
  readonly anonymous: TestAgent;
  /** Requests of the software of an organisation, with all the scopes it may have. */
  as(organisationCode: string): Promise<TestAgent>;
  /** Requests of a person: `recruiter`, `RSMA-RE`. */
  person(role: string, organisationCode: string): TestAgent;
  /** Bearer token of the software of an organisation. */
  token(organisationCode: string): Promise<string>;
  /** All that was logged. */
  logged(): string;
  close(): Promise<void>;
}

const SECRET = 'a-secret-of-the-tests';
const FIELD_KEYS = FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64'));

/** Starts the service as `npm start` does, for one test file. */
export async function startTestApplication(
  options: TestApplicationOptions = {},
): Promise<TestApplication> {
  const database = await createTestDatabase();
  const lines: string[] = [];
  const app = await assemble(options, database, lines);
  await prepare(app, database);
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  app.get(ServiceAddress).listensOn(port);
  const url = `http://127.0.0.1:${port}`;
  const tokens = new Tokens(app, url);
  const agent = (authorization: string): TestAgent => request.agent(url).set({ authorization });
  return {
    app,
    database,
    url,
    anonymous: request.agent(url),
    as: async (code) => agent(`Bearer ${await tokens.of(code)}`),
    person: (role, code) => agent(`Test ${role}@${code}`),
    token: (code) => tokens.of(code),
    logged: () => lines.join(''),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

async function assemble(
  { clock, authenticators, isDemonstration, environment, queue }: TestApplicationOptions,
  database: TestDatabase,
  lines: string[],
): Promise<NestFastifyApplication> {
  const configuration = new Configuration(
    loadEnvironment({
      NODE_ENV: 'test',
      DEMONSTRATION: isDemonstration ? '1' : '0',
      DATABASE_URL: database.ownerUrl,
      ...environment,
    }),
  );
  const module = AllInOneModule.with({
    configuration,
    databaseUrl: database.appUrl,
    fieldKeys: FIELD_KEYS,
    log: { destination: { write: (line: string) => void lines.push(line) } },
    authenticators: authenticators ?? [TestAuthenticator],
    ...(clock ? { clock } : {}),
    ...(queue ? { queue } : {}),
  });
  return createHttpApplication(module, { configuration, extend: openWebDoor });
}

async function prepare(app: NestFastifyApplication, { owner }: TestDatabase): Promise<void> {
  const reference = await shippedReference(true);
  await app.get(LoadReferenceData).execute(reference, systemTask('test.prepare'));
  await owner.query(
    `insert into app.privacy_notice (version, valid_from) values ('1', '2020-01-01')`,
  );
}

/** Registers the client of an organisation the first time it is asked for. */
class Tokens {
  private readonly known = new Map<string, Promise<string>>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly url: string,
  ) {}

  of(organisationCode: string): Promise<string> {
    const token = this.known.get(organisationCode) ?? this.issue(organisationCode);
    this.known.set(organisationCode, token);
    return token;
  }

  private async issue(organisationCode: string): Promise<string> {
    const organisation = await this.app.get(OrganisationDirectory).byCode(organisationCode);
    if (!organisation) throw new Error(`no organisation ${organisationCode}`);
    const clientId = `test-${organisationCode}`;
    const authentication = { method: 'secret', secret: SECRET } as const;
    const scopes = scopesOfKind(organisation.kind);
    await this.app
      .get(CreateMachineClient)
      .execute({ clientId, organisationCode, scopes, authentication }, systemTask('test.prepare'));
    const { body } = await request(this.url)
      .post('/oauth/token')
      .auth(clientId, SECRET)
      .type('form')
      .send({ grant_type: 'client_credentials' })
      .expect(200);
    return String(body.access_token);
  }
}
