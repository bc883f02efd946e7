/** A heading of a table with its sub-headings: the branch is the sum of its children. */
export interface Branch {
  readonly id: string;
  readonly children?: readonly Branch[];
}

/** One heading of an axis, as the masking walks it. */
export interface AxisNode {
  readonly id: string;
  /** From this node up to the root, both included. */
  readonly path: readonly number[];
  /** The leaves below; itself when it has no children. */
  readonly leaves: readonly number[];
  readonly facet: number;
}

/**
 * One side of a table: a total, cut up by one or several facets. Each facet is a way of its own to cut
 * the same total: places, or what became of people and, beside it, where they came from.
 */
export interface Axis {
  /** The total first. */
  readonly nodes: readonly AxisNode[];
  readonly facets: number;
}

interface Building {
  readonly id: string;
  readonly path: readonly number[];
  readonly leaves: number[];
  readonly facet: number;
}

const TOTAL = 0;

/** Makes an axis of its total and the ways to cut it. Identifiers are unique within an axis. */
export function axisOf(total: string, facets: readonly (readonly Branch[])[]): Axis {
  const nodes: Building[] = [{ id: total, path: [TOTAL], leaves: [], facet: -1 }];
  facets.forEach((branches, facet) => {
    for (const branch of branches) addBranch(nodes, branch, TOTAL, facet);
  });
  const [root] = nodes;
  if (root && root.leaves.length === 0) root.leaves.push(TOTAL);
  const ids = new Set(nodes.map(({ id }) => id));
  if (ids.size !== nodes.length)
    throw new Error('two headings of an axis have the same identifier');
  return { nodes, facets: facets.length };
}

function addBranch(nodes: Building[], branch: Branch, parent: number, facet: number): void {
  const index = nodes.length;
  const above = nodes[parent]?.path ?? [];
  nodes.push({ id: branch.id, path: [index, ...above], leaves: [], facet });
  const children = branch.children ?? [];
  for (const child of children) addBranch(nodes, child, index, facet);
  if (children.length > 0) return;
  for (const node of [index, ...above]) nodes[node]?.leaves.push(index);
}

/** Where a heading stands on its axis; -1 when it is not there. */
export function indexOf(axis: Axis, id: string): number {
  return axis.nodes.findIndex((node) => node.id === id);
}
