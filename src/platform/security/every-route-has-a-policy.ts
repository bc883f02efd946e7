import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/internal';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { policyOf, type RoutePolicy } from './route-policy.js';

/** A controller method that answers a route. */
export interface DeclaredRoute {
  /** `ReferralsController.submit` */
  readonly name: string;
  readonly method: string;
  readonly policy: RoutePolicy | 'public' | undefined;
}

/** Every route of the controllers of a process, with its policy: the rights matrix of the tests. */
export function declaredRoutes(app: INestApplicationContext): readonly DeclaredRoute[] {
  const scanner = new MetadataScanner();
  return [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype: object = metatype.prototype;
      return scanner
        .getAllMethodNames(prototype)
        .flatMap((method) => routeOf(metatype.name, prototype, method));
    });
}

/**
 * Refuses to start a process with a route nobody decided who may call (SEC-16).
 * @throws Error naming the routes without `@Allow` or `@Public`.
 */
export function assertEveryRouteHasAPolicy(app: INestApplicationContext): void {
  const open = declaredRoutes(app).filter(({ policy }) => policy === undefined);
  if (open.length === 0) return;
  const names = open.map(({ name }) => name).join(', ');
  throw new Error(`Routes without @Allow or @Public: ${names}`);
}

function routeOf(controller: string, prototype: object, method: string): DeclaredRoute[] {
  const handler: unknown = Reflect.get(prototype, method);
  if (typeof handler !== 'function') return [];
  const verb: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
  if (typeof verb !== 'number') return [];
  const policy = policyOf(handler);
  return [{ name: `${controller}.${method}`, method: RequestMethod[verb] ?? 'ALL', policy }];
}
