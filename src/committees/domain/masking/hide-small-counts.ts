import { nodesOf, stridesOf, type CountedTable } from './counted-table.js';
import { additions, exchanges, leavesOf, pathOf, type Option, type Part } from './moves.js';
import type { Axis } from './axis.js';

/** Fewer than this and a count says something of somebody (trust.md PRV-19). */
export const SMALLEST_SHOWN = 11;

/** Fewer than this cannot be asked for by anybody (PRV-19). */
export const SMALLEST_FLOOR = 5;

/** What else decides what is hidden. */
export interface MaskingRules {
  readonly smallest?: number;
  /**
   * The same table as it was shown at an earlier date: a count that moved by few persons since is hidden
   * as a small one is, or a subtraction would tell who came.
   */
  readonly earlier?: CountedTable | null;
}

/**
 * Which counts of a table are hidden, so that nobody finds a small one again from what is shown.
 *
 * Small counts are hidden first. Then each hidden count is given a proof: a change of the table by whole
 * persons that leaves everything shown as it is, and that can go far enough, one way and the other, for
 * the hidden count to be anything within `smallest` persons. A change is made of exchanges between two
 * headings of an axis, or of people added at one; what it touches is hidden. The cheapest one is taken,
 * totals being dearest. There is always one: hiding everything above.
 *
 * Only the table decides: the same table is always hidden in the same way, whatever part of it is asked.
 */
export function hideSmallCounts(
  table: CountedTable,
  { smallest = SMALLEST_SHOWN, earlier = null }: MaskingRules = {},
): ReadonlySet<number> {
  if (smallest < SMALLEST_FLOOR) throw new Error(`fewer than ${SMALLEST_FLOOR} would be shown`);
  const search = new ProofSearch(table, smallest);
  const isSmall = (count: number) => count > 0 && count < smallest;
  const small = table.values.flatMap((count, cell) => {
    const moved = Math.abs(count - (earlier?.values[cell] ?? count));
    return isSmall(count) || isSmall(moved) ? [cell] : [];
  });
  for (const cell of small) search.hidden.add(cell);
  // Totals first: what proves them proves most of what is below.
  for (const cell of small.toSorted((one, other) => search.price(other) - search.price(one))) {
    if (!search.proved.has(cell)) search.prove(cell);
  }
  return search.hidden;
}

interface Change {
  readonly cells: readonly number[];
  readonly cost: number;
}

/** Cells by the way they would move. */
interface Slice {
  readonly cell: number;
  readonly sign: 1 | -1;
}

class ProofSearch {
  readonly hidden = new Set<number>();
  readonly proved = new Set<number>();
  private readonly strides: readonly number[];
  private readonly prices: number[];

  constructor(
    private readonly table: CountedTable,
    private readonly smallest: number,
  ) {
    this.strides = stridesOf(table.axes);
    this.prices = table.values.map((_, cell) => this.priceOf(cell));
  }

  price(cell: number): number {
    return this.prices[cell] ?? 0;
  }

  /** Hides what the cheapest change needs; what it touches is proved with the cell. */
  prove(cell: number): void {
    let best: Change | null = null;
    for (const change of this.changesOf(cell)) {
      if (best === null || change.cost < best.cost) best = change;
      if (best.cost === 0) break;
    }
    if (best === null) throw new Error('a hidden count has no proof');
    for (const touched of best.cells) {
      this.hidden.add(touched);
      this.proved.add(touched);
    }
  }

  /** Totals say more than details, and many persons more than few. */
  private priceOf(cell: number): number {
    const { axes, values } = this.table;
    const spread = nodesOf(axes, cell).reduce(
      (product, node, at) => product * (axes[at]?.nodes[node]?.leaves.length ?? 1),
      1,
    );
    return spread * spread + Math.log2(1 + (values[cell] ?? 0));
  }

  private *changesOf(cell: number): Generator<Change> {
    const { axes } = this.table;
    const nodes = nodesOf(axes, cell);
    const last = axes.length - 1;
    const [lastAxis, lastNode] = [axes[last], nodes[last]];
    if (!lastAxis || lastNode === undefined) return;
    const across = axes.slice(0, last).map((axis, at) => {
      const node = nodes[at] ?? 0;
      return [...exchanges(axis, node), ...additions(axis, node)];
    });
    const swaps = exchanges(lastAxis, lastNode);
    for (const slices of this.slicesOf(across)) {
      for (const swap of swaps) yield* this.changeOf(slices, swap);
      const added = this.bestAddition(lastAxis, lastNode, slices);
      yield* this.changeOf(slices, added);
    }
  }

  /** Each choice of one option on each of the first axes, as cells at the start of the last one. */
  private *slicesOf(options: readonly (readonly Option[])[], at = 0): Generator<Slice[]> {
    const own = options[at];
    if (!own) {
      yield [{ cell: 0, sign: 1 }];
      return;
    }
    const stride = this.strides[at] ?? 1;
    for (const rest of this.slicesOf(options, at + 1)) {
      for (const option of own) {
        yield option.flatMap(({ node, sign }) =>
          rest.map((slice) => ({
            cell: slice.cell + node * stride,
            sign: sign === slice.sign ? (1 as const) : (-1 as const),
          })),
        );
      }
    }
  }

  private *changeOf(slices: readonly Slice[], option: Option): Generator<Change> {
    let [more, fewer] = [Infinity, Infinity];
    let cost = 0;
    const cells: number[] = [];
    for (const slice of slices) {
      for (const { node, sign } of option) {
        const cell = slice.cell + node;
        const count = this.table.values[cell] ?? 0;
        if (slice.sign === sign) more = Math.min(more, count);
        else fewer = Math.min(fewer, count);
        if (!this.hidden.has(cell)) cost += this.price(cell);
        cells.push(cell);
      }
    }
    // One way it goes until the least of those that lose somebody is empty, and so the other way.
    if (more + fewer >= this.smallest) yield { cells, cost };
  }

  /** People added at one leaf of each facet: below the heading, and where there is most room elsewhere. */
  private bestAddition(axis: Axis, node: number, slices: readonly Slice[]): Option {
    const heading = axis.nodes[node];
    const touched = new Set([0]);
    for (let facet = 0; facet < axis.facets; facet += 1) {
      const choice = heading?.facet === facet ? heading.leaves : leavesOf(axis, facet);
      const leaf = this.roomiest(axis, choice, slices);
      if (leaf !== undefined) for (const above of pathOf(axis, leaf)) touched.add(above);
    }
    return [...touched].map((one): Part => ({ node: one, sign: 1 }));
  }

  private roomiest(
    axis: Axis,
    leaves: readonly number[],
    slices: readonly Slice[],
  ): number | undefined {
    let best: { leaf: number; room: number; cost: number } | undefined;
    for (const leaf of leaves) {
      const option = pathOf(axis, leaf).map((one): Part => ({ node: one, sign: 1 }));
      const { room, cost } = this.roomOf(slices, option);
      const enough = Math.min(room, this.smallest);
      const isBetter =
        best === undefined || enough > best.room || (enough === best.room && cost < best.cost);
      if (isBetter) best = { leaf, room: enough, cost };
    }
    return best?.leaf;
  }

  private roomOf(slices: readonly Slice[], option: Option): { room: number; cost: number } {
    let [more, fewer, cost] = [Infinity, Infinity, 0];
    for (const { cell, sign } of slices) {
      for (const { node } of option) {
        const count = this.table.values[cell + node] ?? 0;
        if (sign === 1) more = Math.min(more, count);
        else fewer = Math.min(fewer, count);
        if (!this.hidden.has(cell + node)) cost += this.price(cell + node);
      }
    }
    return { room: more + fewer, cost };
  }
}
