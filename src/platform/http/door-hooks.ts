import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withCorrelation, type EventLog } from '../logging/index.js';
import type { Metrics, Readiness } from '../health/index.js';
import { actorOf } from '../security/index.js';
import { assertAcceptedBody, mostFieldsOf } from './accepted-bodies.js';
import { readJsonBody } from './json-body.js';
import { assertPlainValues, readQueryString } from './query-string.js';
import { notesOf } from './request-notes.js';
import type { RouteTable } from './route-table.js';
import { securityHeaders } from './security-headers.js';

/** What the hooks tell and ask. */
export interface DoorParts {
  readonly log: EventLog;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly routes: RouteTable;
}

/** Puts the rules of the door around every route, those of Nest and the others. */
export function installDoor(door: FastifyInstance, parts: DoorParts): void {
  readBodies(door);
  door.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) parts.routes.add(one, url);
  });
  door.addHook('onRequest', (request, _reply, done) => {
    notesOf(request);
    withCorrelation(request.id, () => admit(request, done));
  });
  // Reading a body leaves the context of the request; this brings it back.
  door.addHook('preValidation', (request, _reply, done) => withCorrelation(request.id, done));
  door.addHook('onSend', (request, reply, _payload, done) => {
    dress(request, reply, parts.readiness.isStopping);
    done();
  });
  door.addHook('onResponse', (request, reply, done) => {
    withCorrelation(request.id, () => tell(request, reply, parts));
    done();
  });
}

function readBodies(door: FastifyInstance): void {
  // Fastify's own; the parser of multipart bodies stays.
  door.removeContentTypeParser(['application/json', 'text/plain']);
  door.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    attempt(done, () => readJsonBody(Buffer.from(body)));
  });
  door.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      attempt(done, () => {
        const values = readQueryString(String(body));
        assertPlainValues(values, mostFieldsOf(request));
        return values;
      });
    },
  );
}

function admit(request: FastifyRequest, done: (error?: Error) => void): void {
  attempt(
    (error) => done(error ?? undefined),
    () => {
      if (request.is404) return;
      assertAcceptedBody(request);
      if (typeof request.query === 'object' && request.query !== null) {
        assertPlainValues({ ...request.query });
      }
    },
  );
}

/** Calls a callback of Fastify with what `work` gives or throws. */
function attempt<T>(done: (error: Error | null, value?: T) => void, work: () => T): void {
  let value: T;
  try {
    value = work();
  } catch (error) {
    done(error instanceof Error ? error : new Error('not an error'));
    return;
  }
  done(null, value);
}

function dress(request: FastifyRequest, reply: FastifyReply, isStopping: boolean): void {
  const [path = ''] = request.url.split('?');
  for (const [name, value] of Object.entries(securityHeaders(path))) {
    if (!reply.hasHeader(name)) reply.header(name, value);
  }
  reply.header('x-correlation-id', request.id);
  if (isStopping) reply.header('connection', 'close');
}

/** One line and one figure per request: the template of the route, never its address (SEC-44). */
function tell(request: FastifyRequest, reply: FastifyReply, { log, metrics }: DoorParts): void {
  const notes = notesOf(request);
  const answered = {
    method: request.method,
    route: request.routeOptions.url ?? '(unknown)',
    status: reply.statusCode,
    ms: Math.round(performance.now() - notes.startedAt),
  };
  metrics.observe(answered);
  const actor = actorOf(request);
  log.info('http.request', {
    ...answered,
    ...(notes.problem === undefined ? {} : { problem: notes.problem }),
    ...(notes.isReplayed ? { replayed: true } : {}),
    ...(actor === undefined ? {} : { actorType: actor.type }),
    ...(actor?.type === 'machine' ? { clientId: actor.clientId } : {}),
    ...(actor?.organisation ? { organisation: actor.organisation.code } : {}),
  });
}
