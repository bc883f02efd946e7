export { AcceptsForm, AcceptsMultipart } from './accepted-bodies.js';
export { closeGracefully, closeOnSignals, type ClosingOptions } from './close-gracefully.js';
export { createHttpApplication, type HttpApplicationOptions } from './create-http-application.js';
export { DOOR_PROBLEMS } from './door-problems.js';
export type { HttpConfiguration } from './http-configuration.js';
export { HttpProblem } from './http-problem.js';
export { Idempotency, type IdempotentCall } from './idempotency/idempotency.js';
export {
  IdempotencyStore,
  type IdempotencyClaim,
  type IdempotencyStart,
  type StoredAnswer,
} from './idempotency/idempotency-store.js';
export { apiDocument, documentGaps, type DocumentGaps } from './open-api.js';
export { ApiPage } from './paging/api-page.js';
export {
  CursorInvalid,
  decodeCursor,
  createdPosition,
  decodeInstantPosition,
  encodeCursor,
} from './paging/cursor.js';
export { mapPage, pageOf, type Page, type PageRows } from './paging/page.js';
export { PageRequest } from './paging/page.request.js';
export { receiveOneFile, unreadableParts, type OneFile } from './one-file.js';
export { ProblemCatalogue, type ProblemDescription } from './problem-catalogue.js';
export { ProblemPages } from './problem-pages.js';
export type { Problem, ProblemAnswer } from './problem.js';
export { RefusalObserver, type RefusedRequest } from './refusal-observer.js';
export { ResourceId } from './resource-id.js';
export { namedInAddress, unknownAddress } from './unknown-address.js';
export { RouteTable, type ServedRoute } from './route-table.js';
