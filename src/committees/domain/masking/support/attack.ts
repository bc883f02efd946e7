import { nodesOf, cellAt, sizeOf, type CountedTable } from '../counted-table.js';

/** Everything that holds between counts: a heading is the sum of its children, facet by facet. */
export interface Relation {
  readonly total: number;
  readonly parts: readonly number[];
}

/** All relations of a table, which everybody knows who sees its headings. */
export function relationsOf({ axes }: Pick<CountedTable, 'axes'>): Relation[] {
  const relations: Relation[] = [];
  for (let cell = 0; cell < sizeOf(axes); cell += 1) {
    const nodes = nodesOf(axes, cell);
    axes.forEach((axis, at) => {
      const node = nodes[at] ?? 0;
      for (let facet = 0; facet < axis.facets; facet += 1) {
        const parts = axis.nodes.flatMap((child, index) =>
          child.facet === facet && child.path[1] === node
            ? [cellAt(axes, nodes.with(at, index))]
            : [],
        );
        if (parts.length > 0) relations.push({ total: cell, parts });
      }
    });
  }
  return relations;
}

const NOTHING = 1e-7;

/**
 * Somebody who sees what is published, knows all relations and that no count is negative, and works out
 * how small and how large each hidden count can be: the simplex method, from one corner to the next.
 */
export class Attacker {
  /** One row a relation between hidden counts, its last column what is known of them together. */
  private readonly rows: number[][] = [];
  private readonly basis: number[] = [];

  constructor(
    { axes, values }: CountedTable,
    private readonly hidden: readonly number[],
  ) {
    const column = new Map(hidden.map((cell, index) => [cell, index]));
    for (const { total, parts } of relationsOf({ axes })) {
      const row = Array.from({ length: hidden.length + 1 }, () => 0);
      let touches = false;
      const add = (cell: number, factor: number) => {
        const at = column.get(cell);
        if (at === undefined)
          row[hidden.length] = of(row, hidden.length) - factor * (values[cell] ?? 0);
        else {
          row[at] = of(row, at) + factor;
          touches = true;
        }
      };
      for (const part of parts) add(part, 1);
      add(total, -1);
      if (touches) this.enter(row);
    }
    this.reachCorner();
  }

  /** The smallest and the largest that a hidden count can be. */
  intervalOf(cell: number): { readonly low: number; readonly high: number } {
    const at = this.hidden.indexOf(cell);
    return { low: -this.most(at, -1), high: this.most(at, 1) };
  }

  private row(at: number): number[] {
    return this.rows[at] ?? [];
  }

  /** Gauss and Jordan: a relation that says nothing new is let go. */
  private enter(row: number[]): void {
    this.rows.forEach((known, at) => subtract(row, known, of(row, of(this.basis, at))));
    const pivot = row.findIndex(
      (value, at) => at < this.hidden.length && Math.abs(value) > NOTHING,
    );
    if (pivot < 0) return;
    scale(row, 1 / of(row, pivot));
    for (const known of this.rows) subtract(known, row, of(known, pivot));
    this.rows.push(row);
    this.basis.push(pivot);
  }

  /** Some counts may come out negative at first: each is brought up by the simplex of the dual. */
  private reachCorner(): void {
    const last = this.hidden.length;
    for (let turn = 0; turn < 10_000; turn += 1) {
      const below = this.lowest((at) => of(this.row(at), last) < -NOTHING);
      if (below < 0) return;
      const row = this.row(below);
      const entering = row.findIndex((value, at) => at < last && value < -NOTHING);
      if (entering < 0) throw new Error('what is published contradicts itself');
      this.pivot(below, entering);
    }
    throw new Error('no corner was reached');
  }

  /** Bland: the row whose basic column comes first, so that nothing turns in circles. */
  private lowest(fits: (at: number) => boolean): number {
    let best = -1;
    for (let at = 0; at < this.rows.length; at += 1) {
      if (fits(at) && (best < 0 || of(this.basis, at) < of(this.basis, best))) best = at;
    }
    return best;
  }

  private most(column: number, factor: 1 | -1): number {
    for (;;) {
      const basic = this.basis.indexOf(column);
      // The columns of the other basic counts are empty in this row, and its own is one.
      const gain = (at: number) =>
        at === column
          ? basic < 0
            ? factor
            : 0
          : basic < 0
            ? 0
            : -factor * of(this.row(basic), at);
      const entering = this.hidden.findIndex((_, at) => gain(at) > NOTHING);
      if (entering < 0) return basic < 0 ? 0 : factor * of(this.row(basic), this.hidden.length);
      const leaving = this.leaving(entering);
      if (leaving < 0) return Infinity;
      this.pivot(leaving, entering);
    }
  }

  private leaving(entering: number): number {
    const last = this.hidden.length;
    let best = -1;
    let least = Infinity;
    this.rows.forEach((row, at) => {
      if (of(row, entering) <= NOTHING) return;
      const ratio = of(row, last) / of(row, entering);
      const ties = Math.abs(ratio - least) <= NOTHING && of(this.basis, at) < of(this.basis, best);
      if (ratio < least - NOTHING || ties) [best, least] = [at, ratio];
    });
    return best;
  }

  private pivot(at: number, column: number): void {
    const row = this.row(at);
    scale(row, 1 / of(row, column));
    this.rows.forEach((other, index) => {
      if (index !== at) subtract(other, row, of(other, column));
    });
    this.basis[at] = column;
  }
}

/** What stands there; rows are as long as there are hidden counts. */
function of(row: readonly number[], at: number): number {
  return row[at] ?? 0;
}

function scale(row: number[], factor: number): void {
  for (let at = 0; at < row.length; at += 1) row[at] = of(row, at) * factor;
}

function subtract(row: number[], other: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (let at = 0; at < row.length; at += 1) row[at] = of(row, at) - factor * of(other, at);
}
