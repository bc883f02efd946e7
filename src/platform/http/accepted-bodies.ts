// Gives `FastifyRequest` its methods for the parts of a multipart body.
import type {} from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.js';
import { MOST_PARAMETERS } from './query-string.js';

type BodyKind = 'multipart' | 'form';

const KINDS: Readonly<Record<string, BodyKind>> = {
  'multipart/form-data': 'multipart',
  'application/x-www-form-urlencoded': 'form',
};

/** Lets a route take `multipart/form-data`; it then takes nothing else. */
export function AcceptsMultipart(): MethodDecorator {
  return applyDecorators(RouteConfig({ body: 'multipart' }), ApiConsumes('multipart/form-data'));
}

/**
 * Lets a route take a form; never a route of `/api`, where a form of another site could be sent.
 * @param most fields of the form, for a grid that has more than a form usually does
 */
export function AcceptsForm(most = MOST_PARAMETERS): MethodDecorator {
  return applyDecorators(
    RouteConfig({ body: 'form', most }),
    ApiConsumes('application/x-www-form-urlencoded'),
  );
}

/** How many fields the form of a route may have. */
export function mostFieldsOf(request: FastifyRequest): number {
  const most: unknown = Reflect.get(request.routeOptions.config, 'most');
  return typeof most === 'number' ? most : MOST_PARAMETERS;
}

/**
 * Refuses a body of a kind the route did not ask for (SEC-29).
 * @throws HttpProblem 415
 */
export function assertAcceptedBody(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  if (type === undefined) return;
  const [media = ''] = type.toLowerCase().split(';');
  const kind = KINDS[media.trim()];
  const wanted: unknown = Reflect.get(request.routeOptions.config, 'body');
  if (kind === wanted) return;
  const detail = 'Ce type de contenu n’est pas accepté ici.';
  throw new HttpProblem(415, 'unsupported-media-type', detail);
}
