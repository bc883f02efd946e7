import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { actingRole, type Actor } from '../../kernel/index.js';
import { Authenticators } from './authenticator.js';
import { rememberActor } from './current-actor.js';
import { policyOf, type RoutePolicy } from './route-policy.js';
import { InsufficientScope, RoleForbidden, Unauthenticated } from './security-errors.js';

interface GuardedRequest {
  readonly method: string;
  /** The template of the route that answers: an address may be written in many ways. */
  readonly routeOptions: { readonly url?: string };
  readonly headers: IncomingHttpHeaders;
}

/** Lets a request in when the policy of its route does; refuses a route without policy (SEC-16). */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(private readonly authenticators: Authenticators) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = policyOf(context.getHandler());
    if (policy === undefined) throw new RoleForbidden();
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (policy === 'public') {
      await this.recognise(request);
      return true;
    }
    const actor = await this.authenticators.authenticate(request.headers);
    if (!actor || !mayComeThrough(actor, request.routeOptions.url ?? '')) {
      throw new Unauthenticated(request.headers.authorization !== undefined);
    }
    assertPermitted(actor, policy);
    rememberActor(request, actor);
    return true;
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
