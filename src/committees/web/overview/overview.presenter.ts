import { INDICATORS } from '../../domain/indicator-list.js';
import { THEMES, type Indicator, type Theme } from '../../domain/indicators.js';
import type { Place } from '../../domain/places.js';
import type { FiguresRead } from '../../use-cases/figure-reader.js';
import { baseText, figureText } from '../figure-words.js';

/** One measure of an indicator, in words. */
export interface FigureLine {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly base: string;
  readonly before: string;
  readonly beforeBase: string;
  /** Of a rate that is shown. */
  readonly percent: number | null;
}

/** A theme of the page. */
export interface ThemeView {
  readonly theme: Theme;
  readonly title: string;
  readonly lines: readonly FigureLine[];
  /** Indicators that nothing measures yet, and why. */
  readonly missing: readonly { readonly label: string; readonly why: string }[];
}

/** A figure at the top of the page. */
export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly base: string;
  readonly before: string;
}

/** The first figures, by indicator and measure: those that mislead alone stand together (domain.md 4.4). */
const KEYS: readonly (readonly [string, number, string])[] = [
  ['K01', 0, 'orientations transmises'],
  ['K09', 0, 'jeunes incorporés'],
  ['K12', 0, 'd’insertion, taux officiel'],
  ['K13', 0, 'd’insertion, taux de cohorte'],
  ['K11', 0, 'd’attrition'],
];

export function keyFigures(read: FiguresRead, place: Place): KeyFigure[] {
  return KEYS.flatMap(([code, at, label]) => {
    const indicator = INDICATORS.find((one) => one.code === code);
    const line = indicator && linesOf(indicator, read, place)[at];
    return line ? [{ label, value: line.value, base: line.base, before: line.before }] : [];
  });
}

/** Each theme with its indicators at one place. */
export function presentThemes(read: FiguresRead, place: Place): ThemeView[] {
  return (Object.keys(THEMES) as Theme[]).map((theme) => {
    const own = INDICATORS.filter((indicator) => indicator.theme === theme);
    return {
      theme,
      title: THEMES[theme],
      lines: own.flatMap((indicator) => linesOf(indicator, read, place)),
      missing: own.flatMap(({ code, label, missing }) =>
        missing === undefined ? [] : [{ label: `${code} ${label}`, why: missing }],
      ),
    };
  });
}

/** The measures of an indicator at a place, the period and a year before. */
export function linesOf(indicator: Indicator, read: FiguresRead, { code }: Place): FigureLine[] {
  return indicator.measures.map((measure, at) => {
    const now = read.figures.figure(measure, code);
    const then = read.figuresBefore.figure(measure, code);
    const isShare = measure.kind === 'rate' || measure.kind === 'medical';
    return {
      key: `${indicator.code}-${at}`,
      code: indicator.code,
      label: measure.label,
      value: figureText(measure, now),
      base: baseText(now),
      before: figureText(measure, then),
      beforeBase: baseText(then),
      percent: isShare && now.state === 'shown' ? now.value : null,
    };
  });
}
