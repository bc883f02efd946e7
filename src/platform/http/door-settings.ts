import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid } from '../fields/index.js';
import { DOOR_PROBLEMS } from './door-problems.js';
import { doorProblem, translated } from './framework-problem.js';
import type { HttpConfiguration } from './http-configuration.js';
import { ProblemCatalogue } from './problem-catalogue.js';
import { problemAnswer } from './problem.js';
import { readQueryString } from './query-string.js';
import { SECURITY_HEADERS, securityHeaders } from './security-headers.js';

const KB = 1024;
const SECOND = 1000;

/** What Fastify is made with: limits of size and time (SEC-34), and no word of its own. */
export function doorSettings({ http, limits }: HttpConfiguration) {
  const fileSize = limits.maximumFileBytes;
  return {
    logger: false as const,
    bodyLimit: 256 * KB,
    requestTimeout: 60 * SECOND,
    // How often Node looks for slow requests: its own 30 s would make the limits mean little.
    connectionsCheckingInterval: 5 * SECOND,
    http: { headersTimeout: 10 * SECOND, maxHeaderSize: 16 * KB },
    // A number of proxies says nothing of who speaks: only listed networks are believed (SEC-38).
    trustProxy: typeof http.trustProxy === 'number' ? false : http.trustProxy,
    requestIdHeader: false as const,
    genReqId: correlationIdOf,
    // While it stops, the process still answers what reaches it, and closes the connection.
    return503OnClosing: false,
    forceCloseConnections: 'idle' as const,
    routerOptions: { maxParamLength: 200, querystringParser: readQueryString },
    multipart: {
      limits: { fileSize, files: 3, fields: 10, fieldSize: 256 * KB, parts: 12 },
      // A route is told that a file was cut, and says so in its own words.
      throwFileSizeLimit: false,
    },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
  };
}

/** The id a client gives is kept when it is a UUID; anything else could forge the log. */
function correlationIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-correlation-id'];
  return isUuid(given) ? given.toLowerCase() : randomUUID();
}

const CATALOGUE = new ProblemCatalogue(DOOR_PROBLEMS);

/** An address the router cannot even read: no hook and no filter runs. */
function answerFrameworkError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { problem } = problemAnswer(translated(error), request.id, CATALOGUE);
  void reply
    .status(problem.status)
    .headers(securityHeaders(''))
    .header('x-correlation-id', request.id)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

const STATUS_OF_CLIENT_ERROR: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Bytes that are not HTTP, or come too slowly: there is no request, only a socket to write on. */
function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_OF_CLIENT_ERROR[error.code ?? ''] ?? 400;
  const id = randomUUID();
  const { problem } = problemAnswer(doorProblem(status), id, CATALOGUE);
  const body = JSON.stringify(problem);
  const headers = Object.entries({
    ...SECURITY_HEADERS,
    'x-correlation-id': id,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} Refused`, ...headers, '', body].join('\r\n'));
}
