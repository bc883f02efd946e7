import type { LifeCycle } from './machine.js';

/** The life-cycle as a Mermaid state diagram, one arrow per command and state, for the documentation. */
export function mermaid(machine: LifeCycle): string {
  const arrows = Object.entries(machine.transitions).flatMap(([command, { from, to }]) =>
    from.map((state) => `${idOf(state)} --> ${idOf(to)}: ${command}`),
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
