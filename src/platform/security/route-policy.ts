import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { ActingRole } from '../../kernel/index.js';

/** Who may call a route (SEC-16). */
export interface RoutePolicy {
  readonly roles: readonly ActingRole[];
  /** What the token of a machine must carry besides: `referrals:write`. */
  readonly scope?: string;
}

const POLICY = 'passerelle:route-policy';

/** Opens a route to these roles, and to these only. */
export function Allow(policy: RoutePolicy): MethodDecorator {
  return applyDecorators(
    SetMetadata(POLICY, policy),
    ApiSecurity('oauth2', policy.scope === undefined ? [] : [policy.scope]),
  );
}

/** Opens a route to everybody, without asking who calls. */
export function Public(): MethodDecorator {
  return SetMetadata(POLICY, 'public');
}

/**
 * The policy of a controller method; nothing when it declares none. A policy is read on the method
 * only: one written on a class would cover the routes added later without anybody deciding it.
 */
export function policyOf(handler: object): RoutePolicy | 'public' | undefined {
  const policy: unknown = Reflect.getMetadata(POLICY, handler);
  if (policy === 'public') return policy;
  return isRoutePolicy(policy) ? policy : undefined;
}

function isRoutePolicy(value: unknown): value is RoutePolicy {
  return typeof value === 'object' && value !== null && 'roles' in value;
}
