import { targetsOf, type Machine } from './machine.js';

/** What a command does to a subject, or why it may not be done. */
export type Decision<S extends string, Code extends string> =
  | { readonly ok: true; readonly from: S; readonly to: S; readonly event: string }
  | { readonly ok: false; readonly refusal: 'wrong-state' | 'not-allowed' | Code };

/**
 * Decides on a command, without doing it. The right comes first, so that someone without it learns
 * nothing of the state; then the state; then the guard (architecture.md 7.5).
 * @param role the acting role, compared with `by`.
 * @param ctx what the guards need beyond the subject, such as today's date.
 * @param target the state to come to, for a command that may lead to several.
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
  target?: NoInfer<S>,
): Decision<S, Code> {
  const transition = machine.transitions[command];
  const { from, by, guard, emits } = transition;
  if (!by.includes(role)) return { ok: false, refusal: 'not-allowed' };
  if (!from.includes(subject.state)) return { ok: false, refusal: 'wrong-state' };
  const refusal = guard?.(subject, ctx);
  if (refusal !== undefined) return { ok: false, refusal };
  const targets = targetsOf(transition);
  const to = target ?? targets[0];
  if (to === undefined || !targets.includes(to)) return { ok: false, refusal: 'wrong-state' };
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
