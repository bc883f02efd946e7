import { targetsOf, type LifeCycle } from './machine.js';

interface Edge {
  readonly command: string;
  readonly from: string;
  readonly to: string;
  readonly isUndoing: boolean;
}

/**
 * What is wrong in the table of a life-cycle; nothing when it is sound. Types already catch most of it,
 * but not a state nobody reaches or one nobody leaves. Guards and roles are not looked at.
 */
export function faults(machine: LifeCycle): string[] {
  const edges = edgesOf(machine);
  return [
    ...unknownStates(machine, edges),
    ...edges
      .filter((edge) => machine.final.includes(edge.from) && !edge.isUndoing)
      .map((edge) => `${edge.command} leaves the final state ${edge.from}`),
    ...unreachableStates(machine, edges).map((state) => `nothing leads to the state ${state}`),
    ...deadEnds(machine, edges).map((state) => `nothing leaves ${state}, which is not final`),
  ];
}

function edgesOf(machine: LifeCycle): Edge[] {
  return Object.entries(machine.transitions).flatMap(([command, transition]) =>
    transition.from.flatMap((from) =>
      targetsOf(transition).map((to) => ({
        command,
        from,
        to,
        isUndoing: transition.isUndoing ?? false,
      })),
    ),
  );
}

function unknownStates(machine: LifeCycle, edges: readonly Edge[]): string[] {
  const isUnknown = (state: string): boolean => !machine.states.includes(state);
  const targets = Object.entries(machine.transitions).flatMap(([command, transition]) =>
    targetsOf(transition).map((to) => [command, to] as const),
  );
  return [
    ...(isUnknown(machine.initial) ? [`the initial state ${machine.initial} is unknown`] : []),
    ...machine.final.filter(isUnknown).map((state) => `the final state ${state} is unknown`),
    ...edges
      .filter((edge) => isUnknown(edge.from))
      .map((edge) => `${edge.command} starts from the unknown state ${edge.from}`),
    ...targets
      .filter(([, to]) => isUnknown(to))
      .map(([command, to]) => `${command} leads to the unknown state ${to}`),
  ];
}

function unreachableStates(machine: LifeCycle, edges: readonly Edge[]): string[] {
  const reached = new Set([machine.initial]);
  // A set is walked in the order of insertion, those added on the way included.
  for (const state of reached) {
    for (const { from, to, isUndoing } of edges) {
      if (from === state && !isUndoing) reached.add(to);
    }
  }
  return machine.states.filter((state) => !reached.has(state));
}

function deadEnds(machine: LifeCycle, edges: readonly Edge[]): string[] {
  const isLeft = (state: string): boolean =>
    edges.some((edge) => edge.from === state && edge.to !== state && !edge.isUndoing);
  return machine.states.filter((state) => !machine.final.includes(state) && !isLeft(state));
}
