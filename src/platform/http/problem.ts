import type { ErrorKind, FieldIssue, JsonValue } from '../../kernel/index.js';
import { DomainError } from '../../kernel/index.js';
import { challengeOf } from '../security/index.js';
import { HttpProblem } from './http-problem.js';
import type { ProblemCatalogue } from './problem-catalogue.js';

/** An RFC 9457 document. `correlationId` finds the request in the log. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Names this occurrence. Not the address: it must not differ between unknown ids (SEC-22). */
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly FieldIssue[];
  readonly correlationId: string;
  readonly [member: string]: JsonValue | readonly FieldIssue[] | undefined;
}

/** A problem and the headers its answer carries. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** True when the fault is ours and must be logged with its origin. */
  readonly isFault: boolean;
}

const STATUSES = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  refused: 409,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

const RESERVED = new Set(['type', 'title', 'status', 'detail', 'instance', 'code', 'errors']);

/** The answer to any thrown value. Of what is neither ours nor known, only the correlation id shows. */
export function problemAnswer(
  error: unknown,
  correlationId: string,
  catalogue: ProblemCatalogue,
): ProblemAnswer {
  const known = error instanceof DomainError ? ofDomain(error) : ofDoor(error);
  const { status, code, detail, issues, members, headers, isFault } = known;
  const problem: Problem = {
    type: `/problems/${code}`,
    title: catalogue.find(code)?.title ?? 'Demande refusée',
    status,
    detail,
    instance: `urn:uuid:${correlationId}`,
    code,
    ...(issues.length > 0 ? { errors: issues } : {}),
    ...members,
    correlationId,
  };
  return { problem, headers, isFault };
}

interface KnownError {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly issues: readonly FieldIssue[];
  readonly members: Readonly<Record<string, JsonValue>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly isFault: boolean;
}

function ofDomain(error: DomainError): KnownError {
  const members = Object.entries(error.members).filter(([name]) => !RESERVED.has(name));
  return {
    status: STATUSES[error.kind],
    code: error.code,
    detail: error.message,
    issues: error.issues,
    members: Object.fromEntries(members),
    headers: headersOf(error),
    isFault: false,
  };
}

function ofDoor(error: unknown): KnownError {
  const isKnown = error instanceof HttpProblem;
  const door = isKnown ? error : INTERNAL;
  const { status, code, detail, issues, headers } = door;
  return { status, code, detail, issues, members: {}, headers, isFault: !isKnown };
}

const INTERNAL = new HttpProblem(
  500,
  'internal-error',
  'Le service a rencontré une erreur ; elle est enregistrée.',
);

/** `members.retryAfter`, in seconds, is also said where HTTP clients look for it. */
function headersOf(error: DomainError): Record<string, string> {
  const challenge = challengeOf(error);
  const { retryAfter } = error.members;
  return {
    ...(challenge === undefined ? {} : { 'www-authenticate': challenge }),
    ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}),
  };
}
