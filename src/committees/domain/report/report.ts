import { INDICATORS } from '../indicator-list.js';
import type { Figure } from '../figures.js';
import type { Measure, Theme } from '../indicators.js';
import type { Period } from '../periods.js';
import type { Place } from '../places.js';

/** Whoever knows what is shown of a measure at a place: figures of today, or those that were kept. */
export interface FigureSource {
  figure(measure: Measure, place: string): Figure;
}

/** What a report is made of. */
export interface ReportSource {
  readonly places: { readonly all: readonly Place[] };
  readonly period: Period;
  readonly before: Period;
  readonly figures: FigureSource;
  readonly figuresBefore: FigureSource;
}

/** A figure as a report shows it; nothing of what is hidden is in it. */
export interface ReportFigure {
  readonly place: string;
  readonly now: Figure;
  readonly before: Figure;
}

/** One measure at every place that has it. */
export interface ReportMeasure {
  /** What is measured, so that the same measure is found again whatever it is called. */
  readonly key: string;
  readonly label: string;
  readonly kind: Measure['kind'];
  readonly figures: readonly ReportFigure[];
}

/** An indicator with its definition, as it was when the report was drawn up. */
export interface ReportIndicator {
  readonly code: string;
  readonly label: string;
  readonly theme: Theme;
  readonly formula: string;
  readonly limits: string | null;
  readonly source: string;
  readonly missing: string | null;
  readonly measures: readonly ReportMeasure[];
}

/** All that a report says: page, PDF and spreadsheets are made of this and of nothing else. */
export interface Report {
  readonly period: Period;
  readonly before: Period;
  readonly places: readonly Place[];
  readonly indicators: readonly ReportIndicator[];
}

/** Draws up the report of a period. */
export function reportOf(source: ReportSource): Report {
  const { period, before, places } = source;
  return {
    period,
    before,
    places: places.all,
    indicators: INDICATORS.map(({ measures, limits, missing, ...definition }) => ({
      code: definition.code,
      label: definition.label,
      theme: definition.theme,
      formula: definition.formula,
      limits: limits ?? null,
      source: definition.source,
      missing: missing ?? null,
      measures: measures.map((measure) => ({
        key: measureKey(measure),
        label: measure.label,
        kind: measure.kind,
        figures: figuresOf(source, measure),
      })),
    })),
  };
}

/** What a measure counts, in one word: its label may change, not this. */
export function measureKey(measure: Measure): string {
  switch (measure.kind) {
    case 'count':
      return `count:${measure.population}:${measure.heading}`;
    case 'rate':
      return `rate:${measure.population}:${measure.numerator.join('+')}/${measure.denominator}`;
    case 'median':
      return `median:${measure.delay}`;
    case 'medical':
      return 'medical';
  }
}

function figuresOf({ places, figures, figuresBefore }: ReportSource, measure: Measure) {
  return places.all.flatMap(({ code }): ReportFigure[] => {
    const now = rounded(figures.figure(measure, code));
    const before = rounded(figuresBefore.figure(measure, code));
    if (now.state === 'elsewhere' && before.state === 'elsewhere') return [];
    return [{ place: code, now, before }];
  });
}

/** To the decimal that is shown: a report keeps what it says. */
function rounded(figure: Figure): Figure {
  if (figure.state !== 'shown') return figure;
  return { ...figure, value: Math.round(figure.value * 10) / 10 };
}
