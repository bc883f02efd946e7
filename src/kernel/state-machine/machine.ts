/**
 * One command of a life-cycle: from which states, to which one, for whom. Keyed by command and not by
 * target, because two verbs may reach the same state with different rights (architecture.md 7.5).
 */
export interface Transition<S extends string, R extends string, Subject, Ctx, Code extends string> {
  readonly from: readonly S[];
  /** Several for what takes earlier commands back, or moves nothing: the caller says which one it comes to. */
  readonly to: S | readonly S[];
  /** True when it takes earlier commands back: it alone leaves a final state. */
  readonly isUndoing?: true;
  readonly by: readonly R[];
  /** Pure. Returns the code of the refusal, or nothing when the command may pass. */
  readonly guard?: (subject: Subject, ctx: Ctx) => Code | undefined;
  /** Name of the event, versioned: `referral.submitted.v1`. */
  readonly emits: string;
  /** French, one line, for the documentation. */
  readonly about: string;
}

/** A life-cycle as data: states, and one transition per command. */
export interface Machine<
  S extends string,
  C extends string,
  R extends string,
  Subject,
  Ctx,
  Code extends string,
> {
  readonly name: string;
  readonly initial: S;
  readonly final: readonly S[];
  readonly states: readonly S[];
  readonly transitions: Readonly<Record<C, Transition<S, R, Subject, Ctx, Code>>>;
}

/** Any machine, for what only reads its table (`faults`, `mermaid`, the rights matrix). */
export type AnyMachine = Machine<string, string, string, never, never, string>;

/**
 * What a page, a picture and the checks read of a life-cycle. Wider than a machine: one whose subject is
 * our own (a file in the ledger) need not publish each of its moves.
 */
export interface LifeCycle {
  readonly name: string;
  readonly initial: string;
  readonly final: readonly string[];
  readonly states: readonly string[];
  readonly transitions: Readonly<
    Record<
      string,
      {
        readonly from: readonly string[];
        readonly to: string | readonly string[];
        readonly isUndoing?: true;
        readonly by: readonly string[];
        readonly guard?: (subject: never, ctx: never) => string | undefined;
        readonly emits?: string;
        readonly about: string;
      }
    >
  >;
}

/** The states a transition may lead to. */
export function targetsOf<S extends string>({
  to,
}: {
  readonly to: S | readonly S[];
}): readonly S[] {
  return typeof to === 'string' ? [to] : to;
}
