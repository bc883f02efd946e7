import { closeOnSignals, createHttpApplication } from '../platform/http/index.js';
import { EventLog } from '../platform/logging/index.js';
import { ApiModule } from './api.module.js';
import { assertDatabase } from './assert-database.js';
import { fieldKeysOf } from './field-keys.js';
import { openDatabase } from './open-database.js';
import { readConfiguration } from './read-configuration.js';
import { ServiceAddress } from './service-address.js';
import { openWebDoor } from './web-door.js';

/** `npm run start:api`: one stateless HTTP process; as many as wanted. */
export async function apiProgram(): Promise<void> {
  const configuration = readConfiguration();
  const { appUrl: databaseUrl, folder } = await openDatabase(configuration);
  await assertDatabase(databaseUrl);
  const fieldKeys = fieldKeysOf(configuration, folder);
  const module = ApiModule.with({ configuration, databaseUrl, fieldKeys });
  const app = await createHttpApplication(module, { configuration, extend: openWebDoor });
  const { port, host, shutdownDelayMs } = configuration.http;
  app.get(ServiceAddress).listensOn(port);
  closeOnSignals(app, { delayMs: shutdownDelayMs });
  await app.listen(port, host);
  app.get(EventLog).info('process.started', { task: 'api', port, host });
}
