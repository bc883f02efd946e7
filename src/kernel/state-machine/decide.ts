import type { Machine } from './machine.js';

/** What a command does to a subject, or why it may not be done. */
export type Decision<S extends string, Code extends string> =
  | { readonly ok: true; readonly from: S; readonly to: S; readonly event: string }
  | { readonly ok: false; readonly refusal: 'wrong-state' | 'not-allowed' | Code };

/**
 * Decides on a command, without doing it. The right comes first, so that someone without it learns
 * nothing of the state; then the state; then the guard (architecture.md 7.5).
 * @param role the acting role, compared with `by`.
 * @param ctx what the guards need beyond the subject, such as today's date.
 */
export function decide<
  S extends string,
  C extends string,
  R extends string,
  Subject,
  Ctx,
  Code extends string,
>(
  machine: Machine<S, C, R, Subject, Ctx, Code>,
  subject: Subject & { readonly state: S },
  command: C,
  role: NoInfer<R>,
  ctx: NoInfer<Ctx>,
): Decision<S, Code> {
  const { from, to, by, guard, emits } = machine.transitions[command];
  if (!by.includes(role)) return { ok: false, refusal: 'not-allowed' };
  if (!from.includes(subject.state)) return { ok: false, refusal: 'wrong-state' };
  const refusal = guard?.(subject, ctx);
  if (refusal !== undefined) return { ok: false, refusal };
  return { ok: true, from: subject.state, to, event: emits };
}

/** The commands the role may give now, in the order of the table: buttons, API answers, help. */
export function availableCommands<
  S extends string,
  C extends string,
  R extends string,
  Subject,
  Ctx,
  Code extends string,
>(
  machine: Machine<S, C, R, Subject, Ctx, Code>,
  subject: Subject & { readonly state: S },
  role: NoInfer<R>,
  ctx: NoInfer<Ctx>,
): C[] {
  return commandsOf(machine).filter((command) => decide(machine, subject, command, role, ctx).ok);
}

/** The commands of a machine, in the order of the table. */
export function commandsOf<C extends string>(machine: {
  readonly transitions: Readonly<Record<C, unknown>>;
}): C[] {
  // Object.keys gives plain strings; the type of the table says which ones they are.
  return Object.keys(machine.transitions) as C[];
}
