import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from '../http/index.js';

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** Opened by a bearer token, a client secret or nothing: a browser brings them none by itself. */
const WITHOUT_COOKIE = /^\/(api|oauth)\//;

/**
 * Refuses what another site makes a browser send (SEC-29): `Sec-Fetch-Site` must say the same origin;
 * a browser without it must say an `Origin` that is ours; a request without both is refused. Routes
 * with the setting `hasOwnProof` are opened by something no browser adds by itself.
 */
export function refuseOtherSites(door: FastifyInstance, address: () => string): void {
  door.addHook('onRequest', (request, _reply, done) => {
    const hasOwnProof = Reflect.get(request.routeOptions.config, 'hasOwnProof') === true;
    if (hasOwnProof || comesFromHere(request, address())) return done();
    const detail = 'Cette demande ne vient pas d’une page de ce service.';
    done(new HttpProblem(403, 'cross-site', detail));
  });
}

/** True when the request changes nothing, is not a page's, or was sent by a page of this service. */
export function comesFromHere(
  request: Pick<FastifyRequest, 'method' | 'url' | 'headers'>,
  address: string,
): boolean {
  if (READS.includes(request.method) || WITHOUT_COOKIE.test(request.url)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  return origin !== undefined && origin === new URL(address).origin;
}
