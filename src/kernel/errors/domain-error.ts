import type { JsonValue } from './json-value.js';

/** The families of errors; each door (HTTP, page, file) turns a kind into its own answer. */
export type ErrorKind =
  | 'not-found'
  | 'unauthenticated'
  | 'forbidden'
  | 'invalid'
  | 'refused'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** One fault of the input, placed by a JSON pointer: `/youngPerson/birthDate` (contract.md 2). */
export interface FieldIssue {
  readonly pointer: string;
  readonly code: string;
  /** French, for a person; never the faulty value when it is personal. */
  readonly detail: string;
}

/** What an error may carry beyond its sentence. */
export interface ErrorDetails {
  readonly issues?: readonly FieldIssue[];
  /** Extra problem+json members, such as `{ existing: { id, reference } }`. */
  readonly members?: Readonly<Record<string, JsonValue>>;
}

/**
 * An error the caller can understand and act on. The message is a French sentence without personal
 * data: it reaches the answer, the page and the log (architecture.md 7.7). `code` is stable and
 * documented; anything thrown that is not a `DomainError` is a fault of ours.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  readonly issues: readonly FieldIssue[];
  readonly members: Readonly<Record<string, JsonValue>>;

  constructor(detail: string, more: ErrorDetails = {}) {
    super(detail);
    this.name = new.target.name;
    this.issues = more.issues ?? [];
    this.members = more.members ?? {};
  }
}
