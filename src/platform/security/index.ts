export { Authenticator, Authenticators } from './authenticator.js';
export { actorOf, CurrentActor, rememberActor } from './current-actor.js';
export {
  assertEveryRouteHasAPolicy,
  declaredRoutes,
  type DeclaredRoute,
} from './every-route-has-a-policy.js';
export { FieldCipher, UnreadableField, type FieldPlace, type SealedField } from './field-cipher.js';
export { FieldKeyRing } from './field-key-ring.js';
export { PolicyGuard } from './policy.guard.js';
export { Allow, policyOf, Public, type RoutePolicy } from './route-policy.js';
export {
  challengeOf,
  InsufficientScope,
  RoleForbidden,
  Unauthenticated,
} from './security-errors.js';
export {
  CountedAs,
  operationOf,
  RequestMeter,
  type MeteredRequest,
  type Operation,
} from './request-meter.js';
