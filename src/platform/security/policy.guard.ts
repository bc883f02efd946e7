import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { actingRole, type Actor } from '../../kernel/index.js';
import { Authenticators } from './authenticator.js';
import { rememberActor } from './current-actor.js';
import { operationOf, RequestMeter } from './request-meter.js';
import { policyOf, type RoutePolicy } from './route-policy.js';
import { InsufficientScope, RoleForbidden, Unauthenticated } from './security-errors.js';

interface GuardedRequest {
  readonly method: string;
  /** The template of the route that answers: an address may be written in many ways. */
  readonly routeOptions: { readonly url?: string };
  readonly headers: IncomingHttpHeaders;
  readonly ip: string;
}

/**
 * Lets a request in when the policy of its route does; refuses a route without policy (SEC-16). What is
 * let in is counted (SEC-21): not before, for what is refused costs little and tells nothing.
 */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly authenticators: Authenticators,
    @Optional() private readonly meter?: RequestMeter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = policyOf(context.getHandler());
    if (policy === undefined) throw new RoleForbidden();
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (policy === 'public') {
      await this.recognise(request);
      // Other public pages cost nothing.
      if (isOfTheApi(request)) await this.count(request, context);
      return true;
    }
    const actor = await this.authenticators.authenticate(request.headers);
    if (!actor || !mayComeThrough(actor, request.routeOptions.url ?? '')) {
      throw new Unauthenticated(request.headers.authorization !== undefined);
    }
    assertPermitted(actor, policy);
    rememberActor(request, actor);
    await this.count(request, context, actor);
    return true;
  }

  private async count(
    request: GuardedRequest,
    context: ExecutionContext,
    actor?: Actor,
  ): Promise<void> {
    const operation = operationOf(context.getHandler());
    await this.meter?.take({ actor, operation, address: request.ip });
  }

  /** A public page shows who is signed in, and opens all the same when that cannot be known. */
  private async recognise(request: GuardedRequest): Promise<void> {
    const { method, headers } = request;
    const isPage = method === 'GET' && headers.accept?.includes('text/html');
    if (!isPage || headers.cookie === undefined) return;
    const actor = await this.authenticators.authenticate(headers).catch(() => undefined);
    if (actor?.channel.kind === 'page') rememberActor(request, actor);
  }
}

function isOfTheApi({ routeOptions }: GuardedRequest): boolean {
  return routeOptions.url?.startsWith('/api/') ?? false;
}

/** A session of the pages never opens the API (contract.md 2). */
function mayComeThrough(actor: Actor, route: string): boolean {
  return !route.startsWith('/api/') || actor.channel.kind === 'api';
}

/**
 * @throws RoleForbidden when the role is not of the policy
 * @throws InsufficientScope when the token of a machine lacks the scope
 */
function assertPermitted(actor: Actor, policy: RoutePolicy): void {
  if (!policy.roles.includes(actingRole(actor))) throw new RoleForbidden();
  const { scope } = policy;
  if (scope === undefined || actor.type !== 'machine') return;
  if (!actor.scopes.includes(scope)) throw new InsufficientScope(scope);
}
