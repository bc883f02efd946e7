import type { Instant } from '../../../kernel/index.js';
import type { Figure } from '../figures.js';
import type { Measure } from '../indicators.js';
import { canonicalJson } from './canonical-json.js';
import { measureKey, type FigureSource, type Report, type ReportFigure } from './report.js';

/** What an edition keeps: all that the report said, definitions included, and when it was frozen. */
export interface EditionContent {
  readonly year: number;
  readonly frozenAt: Instant;
  readonly report: Report;
}

/** The text of an edition: what is kept, and what is hashed. */
export function editionText(content: EditionContent): string {
  return canonicalJson(content);
}

/** The figures of a year that was frozen: what they were, whatever was told since. */
export class KeptFigures implements FigureSource {
  private readonly kept: ReadonlyMap<string, readonly ReportFigure[]>;

  /** @param when the period of the report, or the one a year before as it was shown beside */
  constructor(
    { indicators }: Report,
    private readonly when: 'now' | 'before',
  ) {
    const measures = indicators.flatMap((indicator) => indicator.measures);
    this.kept = new Map(measures.map(({ key, figures }) => [key, figures]));
  }

  /** A measure that was not taken then, or not at that place, is not made up now. */
  figure(measure: Measure, place: string): Figure {
    const figures = this.kept.get(measureKey(measure)) ?? [];
    return figures.find((one) => one.place === place)?.[this.when] ?? { state: 'elsewhere' };
  }
}

/**
 * The indicators that would not read the same today: which ones, never by how much, since a small
 * difference would tell who came in between (PRV-19). What is measured differently today is not compared.
 */
export function driftOf(kept: Report, today: Report): string[] {
  const now = new Map(
    today.indicators.flatMap(({ measures }) => measures).map(({ key, figures }) => [key, figures]),
  );
  const moved = ({ key, figures }: { key: string; figures: readonly ReportFigure[] }) =>
    figures.some((one) => {
      const other = now.get(key)?.find(({ place }) => place === one.place);
      return other !== undefined && canonicalJson(other.now) !== canonicalJson(one.now);
    });
  return kept.indicators.filter(({ measures }) => measures.some(moved)).map(({ code }) => code);
}
