import type { FieldIssue } from '../../kernel/index.js';

export interface HttpProblemDetails {
  readonly issues?: readonly FieldIssue[];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A refusal of the HTTP door itself, before any feature is asked: malformed text, unknown route,
 * unsupported type. Features throw a `DomainError` instead. `detail` is French, without any value.
 */
export class HttpProblem extends Error {
  readonly issues: readonly FieldIssue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    more: HttpProblemDetails = {},
  ) {
    super(code);
    this.name = 'HttpProblem';
    this.issues = more.issues ?? [];
    this.headers = more.headers ?? {};
  }
}
