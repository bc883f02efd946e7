import { SetMetadata } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';

/** What costs more than a page, and has a quota of its own (SEC-21). */
export type Operation = 'search' | 'export';

/** A request that was let in. */
export interface MeteredRequest {
  /** Nobody on a public route of the API. */
  readonly actor: Actor | undefined;
  readonly operation: Operation | undefined;
  /** Where it comes from. */
  readonly address: string;
}

/** Counts requests; where there is none, nothing is counted. */
export abstract class RequestMeter {
  /** Throws when it is one too many. */
  abstract take(request: MeteredRequest): Promise<void>;
}

const OPERATION = 'passerelle:operation';

/** Counts the calls of a route as this operation, besides as requests. */
export function CountedAs(operation: Operation): MethodDecorator {
  return SetMetadata(OPERATION, operation);
}

/** What a controller method counts as. */
export function operationOf(handler: object): Operation | undefined {
  const operation: unknown = Reflect.getMetadata(OPERATION, handler);
  return operation === 'search' || operation === 'export' ? operation : undefined;
}
