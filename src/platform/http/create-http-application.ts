import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics, Readiness } from '../health/index.js';
import { EventLog, NestLog } from '../logging/index.js';
import { assertEveryRouteHasAPolicy } from '../security/index.js';
import { installDoor } from './door-hooks.js';
import { doorSettings } from './door-settings.js';
import type { HttpConfiguration } from './http-configuration.js';
import { serveApiDocument } from './open-api.js';
import { RouteTable } from './route-table.js';

export interface HttpApplicationOptions {
  readonly configuration: HttpConfiguration;
  /** What a process adds to the door, before its routes. */
  readonly extend?: (app: NestFastifyApplication) => Promise<void>;
}

/**
 * Makes the HTTP process of a root module, ready to `listen`. The module imports `LoggingModule`,
 * `HealthModule`, `SecurityModule` and `HttpModule` besides its features.
 * @throws Error when a route declares no policy (SEC-16)
 */
export async function createHttpApplication(
  module: Type | DynamicModule,
  { configuration, extend }: HttpApplicationOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(doorSettings(configuration));
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const log = app.get(EventLog);
  app.useLogger(new NestLog(log));
  assertEveryRouteHasAPolicy(app);
  const routes = app.get(RouteTable);
  const parts = { log, metrics: app.get(Metrics), readiness: app.get(Readiness), routes };
  installDoor(adapter.getInstance(), parts);
  await extend?.(app);
  serveApiDocument(app, configuration);
  return app;
}
