import type { Axis } from './axis.js';

/** A heading and which way the count there would change. */
export interface Part {
  readonly node: number;
  readonly sign: 1 | -1;
}

/** A change along one axis that leaves every heading outside it as it was. */
export type Option = readonly Part[];

/**
 * The changes along an axis that touch a heading: one person more at a leaf below it and one fewer at a
 * leaf elsewhere of the same facet. What stands above both does not move.
 */
export function exchanges(axis: Axis, node: number): Option[] {
  const heading = axis.nodes[node];
  if (!heading || heading.facet < 0) return [];
  const below = new Set(heading.leaves);
  const elsewhere = leavesOf(axis, heading.facet).filter((leaf) => !below.has(leaf));
  return heading.leaves.flatMap((more) => elsewhere.map((fewer) => exchange(axis, more, fewer)));
}

function exchange(axis: Axis, more: number, fewer: number): Option {
  const up = pathOf(axis, more);
  const down = pathOf(axis, fewer);
  const plus = up.filter((node) => !down.includes(node));
  const minus = down.filter((node) => !up.includes(node));
  return [
    ...plus.map((node): Part => ({ node, sign: 1 })),
    ...minus.map((node): Part => ({ node, sign: -1 })),
  ];
}

/** The leaves of one facet; the total itself when nothing cuts it. */
export function leavesOf(axis: Axis, facet: number): number[] {
  return (axis.nodes[0]?.leaves ?? []).filter((leaf) => axis.nodes[leaf]?.facet === facet);
}

/** From a leaf to the total. */
export function pathOf(axis: Axis, leaf: number): readonly number[] {
  return axis.nodes[leaf]?.path ?? [];
}

/**
 * The changes of an axis with one facet where people are more, or fewer, without anybody less elsewhere:
 * everything above the leaf moves with it.
 */
export function additions(axis: Axis, node: number): Option[] {
  const leaves = axis.nodes[node]?.leaves ?? [];
  return leaves.map((leaf) => pathOf(axis, leaf).map((above): Part => ({ node: above, sign: 1 })));
}
