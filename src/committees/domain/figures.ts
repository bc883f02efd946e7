import {
  POPULATIONS,
  POPULATION_CODES,
  TOTAL,
  type Heading,
  type PopulationCode,
} from './populations.js';
import type { DelayCode, Measure } from './indicators.js';
import { axisOf, indexOf, type Axis } from './masking/axis.js';
import { cellAt, tableOf, type CountedTable } from './masking/counted-table.js';
import { hideSmallCounts } from './masking/hide-small-counts.js';
import { medianOf } from './median.js';
import { shownMedical, type MedicalCounts } from './medical.js';
import { NATIONAL, type Places } from './places.js';

/** How many of one population share these headings, in one unit; the whole country when it has none. */
export interface CountFact {
  readonly population: string;
  readonly unitId: string | null;
  readonly headings: readonly string[];
  readonly total: number;
}

/** How many waited so many days, in one unit. */
export interface DelayFact {
  readonly delay: DelayCode;
  readonly unitId: string;
  readonly days: number;
  readonly total: number;
}

/** All that is counted of a period. */
export interface CutFacts {
  readonly counts: readonly CountFact[];
  readonly delays: readonly DelayFact[];
}

/** What is shown of one measure at one place. */
export type Figure =
  | {
      readonly state: 'shown';
      readonly value: number;
      readonly of: number | null;
      readonly part: number | null;
    }
  /** Small, or what would give a small one away. */
  | { readonly state: 'masked' }
  /** Nobody in the denominator. */
  | { readonly state: 'nobody' }
  /** Not said of this place. */
  | { readonly state: 'elsewhere' };

/** The figures of one period, masked: nothing small can be asked of them, by any way. */
export class Figures {
  private readonly tables = new Map<PopulationCode, MaskedTable>();
  private readonly medical: MedicalCounts | null;
  private readonly delays: readonly DelayFact[];

  /** @param earlier what was counted at the cut before in the same year, when there was one */
  constructor(
    private readonly places: Places,
    facts: CutFacts,
    earlier: CutFacts | null,
  ) {
    for (const code of POPULATION_CODES) {
      this.tables.set(code, new MaskedTable(places, code, facts.counts, earlier?.counts ?? null));
    }
    this.delays = facts.delays;
    const before = earlier && medicalOf(earlier.counts);
    this.medical = shownMedical(medicalOf(facts.counts), before, {
      fit: this.count('decisions', NATIONAL, 'outcome-fit'),
      refused: this.count('decisions', NATIONAL, 'outcome-refused'),
    });
  }

  /** How many stand under a heading at a place; null when that is hidden. */
  count(population: PopulationCode, place: string, heading: string): number | null {
    return this.tables.get(population)?.shown(place, heading) ?? null;
  }

  /** What is shown of a measure at a place. */
  figure(measure: Measure, place: string): Figure {
    switch (measure.kind) {
      case 'count': {
        const value = this.count(measure.population, place, measure.heading);
        return value === null ? MASKED : { state: 'shown', value, of: null, part: null };
      }
      case 'rate':
        return this.rate(measure, place);
      case 'median':
        return this.median(measure, place);
      case 'medical': {
        if (place !== NATIONAL) return { state: 'elsewhere' };
        return this.medical ? shareOf(this.medical.unfit, this.medical.examined) : MASKED;
      }
    }
  }

  private rate(measure: Extract<Measure, { kind: 'rate' }>, place: string): Figure {
    const count = (heading: string) => this.count(measure.population, place, heading);
    const of = count(measure.denominator);
    if (of === null) return MASKED;
    const parts = measure.numerator.map(count);
    if (of === 0) return { state: 'nobody' };
    if (parts.includes(null)) return MASKED;
    return shareOf(
      parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
      of,
    );
  }

  private median(measure: Extract<Measure, { kind: 'median' }>, place: string): Figure {
    const of = this.count(measure.population, place, measure.heading);
    if (of === null) return MASKED;
    const within = new Set(this.unitsIn(place));
    const waits = this.delays.filter(
      ({ delay, unitId }) =>
        delay === measure.delay && within.has(this.places.codeOf(unitId) ?? ''),
    );
    const value = medianOf(waits);
    return value === null ? { state: 'nobody' } : { state: 'shown', value, of, part: null };
  }

  private unitsIn(place: string): string[] {
    const { axis } = this.places;
    const leaves = axis.nodes[indexOf(axis, place)]?.leaves ?? [];
    return leaves.map((leaf) => axis.nodes[leaf]?.id ?? '');
  }
}

const MASKED: Figure = { state: 'masked' };

function shareOf(part: number, of: number): Figure {
  return of === 0 ? { state: 'nobody' } : { state: 'shown', value: (part * 100) / of, of, part };
}

function medicalOf(counts: readonly CountFact[]): { readonly unfit: number; readonly fit: number } {
  const total = (heading: string) =>
    counts
      .filter(({ population, headings }) => population === 'medical' && headings.includes(heading))
      .reduce((sum, fact) => sum + fact.total, 0);
  return { unfit: total('medical-unfit'), fit: total('medical-fit') };
}

/** One population, at all places and under all headings, with what is hidden of it. */
class MaskedTable {
  private readonly table: CountedTable;
  private readonly hidden: ReadonlySet<number>;
  private readonly headings: Axis;

  constructor(
    private readonly places: Places,
    population: PopulationCode,
    counts: readonly CountFact[],
    earlier: readonly CountFact[] | null,
  ) {
    this.headings = axisOf(TOTAL, facetsOf(population));
    this.table = this.tableOf(population, counts);
    const before = earlier === null ? null : this.tableOf(population, earlier);
    this.hidden = hideSmallCounts(this.table, { earlier: before });
  }

  shown(place: string, heading: string): number | null {
    const nodes = [indexOf(this.places.axis, place), indexOf(this.headings, heading)];
    if (nodes.includes(-1)) throw new Error(`no count of ${heading} at ${place}`);
    const cell = cellAt(this.table.axes, nodes);
    return this.hidden.has(cell) ? null : (this.table.values[cell] ?? 0);
  }

  private tableOf(code: PopulationCode, counts: readonly CountFact[]): CountedTable {
    const own = counts.filter(({ population }) => population === code);
    return tableOf(
      [this.places.axis, this.headings],
      own.map(({ unitId, headings, total }) => ({
        leaves: [
          [leafOf(this.places.axis, this.places.codeOf(unitId ?? '') ?? '')],
          headings.map((heading) => leafOf(this.headings, heading)),
        ],
        count: total,
      })),
    );
  }
}

function facetsOf(population: PopulationCode): readonly (readonly Heading[])[] {
  return POPULATIONS[population].facets;
}

/** A count that nothing stands for would be in the total and nowhere else: the sums would tell it. */
function leafOf(axis: Axis, id: string): number {
  const index = indexOf(axis, id);
  if (axis.nodes[index]?.leaves[0] !== index) throw new Error(`nothing counts ${id}`);
  return index;
}
