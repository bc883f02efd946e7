import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadDemonstration } from '../demonstration/load-demonstration.js';
import { Clock } from '../kernel/index.js';
import { LoadReferenceData } from '../organisations/index.js';
import { shippedReference } from '../organisations/reference/shipped-reference.js';
import type { Configuration } from '../platform/config/index.js';
import { createHttpApplication } from '../platform/http/index.js';
import { AllInOneModule } from './all-in-one.module.js';
import { announceService, withdrawService } from './data-folder.js';
import { fieldKeysOf } from './field-keys.js';
import { firstFreePort } from './free-port.js';
import { migrateApplication } from './migrate-application.js';
import { openDatabase, type OpenDatabase } from './open-database.js';
import { ServiceAddress } from './service-address.js';
import { systemTask } from './system-task.js';
import { openWebDoor } from './web-door.js';

/** The whole service, running in this process. */
export interface RunningApplication {
  readonly app: NestFastifyApplication;
  readonly database: OpenDatabase;
  /** Address for this machine. */
  readonly url: string;
  /** After the application: takes the announcement back and leaves the database. */
  release(): Promise<void>;
}

/** Migrates, loads what the service ships, then serves web, API and jobs from this process. */
export async function startService(configuration: Configuration): Promise<RunningApplication> {
  const database = await openDatabase(configuration);
  try {
    await migrateApplication(database.ownerUrl, configuration.database.appUrl);
    const app = await assemble(configuration, database);
    const url = await listen(app, configuration);
    announceService(configuration.dataDirectory, { url, pid: process.pid });
    const release = async (): Promise<void> => {
      withdrawService(configuration.dataDirectory, process.pid);
      await database.close();
    };
    return { app, database, url, release };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble(
  configuration: Configuration,
  { appUrl, folder }: OpenDatabase,
): Promise<NestFastifyApplication> {
  const fieldKeys = fieldKeysOf(configuration, folder);
  const settings = { configuration, databaseUrl: appUrl, fieldKeys };
  const app = await createHttpApplication(AllInOneModule.with(settings), {
    configuration,
    extend: openWebDoor,
  });
  const { demonstration } = configuration;
  const reference = await shippedReference(demonstration);
  await app.get(LoadReferenceData).execute(reference, systemTask('reference.load'));
  if (demonstration) await loadDemonstration(settings, app.get(Clock));
  await app.init();
  return app;
}

/** A port somebody chose is taken or the start fails; 3000 gives way to the next free one. */
async function listen(app: NestFastifyApplication, { http }: Configuration): Promise<string> {
  const port = http.isPortChosen ? http.port : await firstFreePort(http.port, http.host);
  await app.listen(port, http.host);
  const address = app.getHttpServer().address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  app.get(ServiceAddress).listensOn(taken);
  return `http://localhost:${taken}`;
}
