import type { Axis } from './axis.js';

/**
 * A table of counts: one for each choice of one heading on each axis, totals included. What is counted
 * at a heading is the sum of what is counted at its children, facet by facet.
 */
export interface CountedTable {
  readonly axes: readonly Axis[];
  readonly values: readonly number[];
}

/** How far apart two neighbours of an axis stand in `values`; the last axis is the closest. */
export function stridesOf(axes: readonly Axis[]): number[] {
  const strides: number[] = [];
  let stride = 1;
  for (const axis of axes.toReversed()) {
    strides.unshift(stride);
    stride *= axis.nodes.length;
  }
  return strides;
}

/** How many cells a table has. */
export function sizeOf(axes: readonly Axis[]): number {
  return axes.reduce((size, axis) => size * axis.nodes.length, 1);
}

/** Where the cell of these headings stands in `values`. */
export function cellAt(axes: readonly Axis[], nodes: readonly number[]): number {
  return axes.reduce((cell, axis, at) => cell * axis.nodes.length + (nodes[at] ?? 0), 0);
}

/** The heading of a cell on each axis. */
export function nodesOf(axes: readonly Axis[], cell: number): number[] {
  const nodes: number[] = [];
  let rest = cell;
  for (const axis of axes.toReversed()) {
    nodes.unshift(rest % axis.nodes.length);
    rest = Math.floor(rest / axis.nodes.length);
  }
  return nodes;
}

/** A fact to count: a leaf of each facet of each axis, and how many there are of it. */
export interface CountedFact {
  readonly leaves: readonly (readonly number[])[];
  readonly count: number;
}

/** The table of some facts, all totals counted. */
export function tableOf(axes: readonly Axis[], facts: readonly CountedFact[]): CountedTable {
  const values = Array.from({ length: sizeOf(axes) }, () => 0);
  const strides = stridesOf(axes);
  for (const { leaves, count } of facts) {
    let cells = [0];
    axes.forEach((axis, at) => {
      const stride = strides[at] ?? 1;
      const headings = headingsOf(axis, leaves[at] ?? []);
      cells = cells.flatMap((cell) => headings.map((node) => cell + node * stride));
    });
    for (const cell of cells) values[cell] = (values[cell] ?? 0) + count;
  }
  return { axes, values };
}

/** The leaves and everything above them, once each. */
function headingsOf(axis: Axis, leaves: readonly number[]): number[] {
  return [...new Set([0, ...leaves.flatMap((leaf) => axis.nodes[leaf]?.path ?? [])])];
}
