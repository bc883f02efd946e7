import { targetsOf, type LifeCycle } from './machine.js';

/**
 * The life-cycle as a Mermaid state diagram, one arrow per command and state, for the documentation. What
 * takes commands back leads from everywhere to everywhere: the table below the picture says so.
 */
export function mermaid(machine: LifeCycle): string {
  const arrows = Object.entries(machine.transitions).flatMap(([command, transition]) =>
    transition.isUndoing
      ? []
      : transition.from.flatMap((from) =>
          targetsOf(transition).map((to) => `${idOf(from)} --> ${idOf(to)}: ${command}`),
        ),
  );
  const lines = [
    ...machine.states.map((state) => `state "${state}" as ${idOf(state)}`),
    `[*] --> ${idOf(machine.initial)}`,
    ...arrows,
    ...machine.final.map((state) => `${idOf(state)} --> [*]`),
  ];
  return ['stateDiagram-v2', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** A Mermaid identifier: a hyphen would be read as the start of an arrow. */
function idOf(state: string): string {
  return state.replaceAll('-', '_');
}
