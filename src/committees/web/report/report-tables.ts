import { THEMES, type Theme } from '../../domain/indicators.js';
import { NATIONAL, type Place } from '../../domain/places.js';
import type { Report, ReportIndicator, ReportMeasure } from '../../domain/report/report.js';
import type { Figure } from '../../domain/figures.js';
import { baseText, figureText, periodLabel } from '../figure-words.js';
import type { DraftTable, ReportCell, ReportColumn, UnitColumn } from './report-layout.js';

/** The first figures, by indicator: those that mislead alone stand together (domain.md 4.4). */
const KEYS: readonly string[] = ['K01', 'K09', 'K12', 'K13', 'K11', 'K14'];

/** The figures of the first page, of the whole country. */
export function keyTable(report: Report): DraftTable {
  const lines = KEYS.flatMap((code) => {
    const indicator = report.indicators.find((one) => one.code === code);
    const [measure] = indicator?.measures ?? [];
    return indicator && measure ? [{ indicator, measure }] : [];
  });
  return {
    id: 'tableau-chiffres-cles',
    caption: 'Chiffres clés, ensemble national',
    columns: [
      { label: 'Indicateur', share: 5 },
      { label: periodLabel(report.period), share: 2, isNumber: true },
      { label: 'Part', share: 2, isBar: true },
      { label: periodLabel(report.before), share: 2, isNumber: true },
    ],
    rows: lines.map(({ indicator, measure }) => [
      words(`${indicator.code} ${indicator.label}`),
      ...withBar(measure),
    ]),
  };
}

/** Every measure of a theme: the country, then each agreement, with a year before beside. */
export function themeTable(
  report: Report,
  theme: Theme,
  indicators: readonly ReportIndicator[],
): DraftTable {
  const schemes = report.places.filter(({ level }) => level === 'scheme');
  const [year, before] = [periodLabel(report.period), periodLabel(report.before)];
  return {
    id: `tableau-${theme}`,
    caption: `${THEMES[theme]} : ensemble national et conventions`,
    columns: [
      { label: 'Indicateur', share: 5 },
      { label: `Ensemble ${year}`, share: 2, isNumber: true },
      { label: 'Part', share: 1.4, isBar: true },
      { label: `Ensemble ${before}`, share: 2, isNumber: true },
      ...schemes.flatMap(({ code }): ReportColumn[] => [
        { label: `${code} ${year}`, share: 2, isNumber: true },
        { label: `${code} ${before}`, share: 2, isNumber: true },
      ]),
    ],
    rows: indicators.flatMap(({ code, measures }) =>
      measures.map((measure) => [
        words(`${code} ${measure.label}`),
        ...withBar(measure),
        ...schemes.flatMap((scheme) => [
          cell(measure, figureAt(measure, scheme.code, 'now')),
          cell(measure, figureAt(measure, scheme.code, 'before')),
        ]),
      ]),
    ),
  };
}

/** One line a unit, one column an indicator; the year before stands under. */
export function unitTable(
  report: Report,
  theme: Theme,
  columns: readonly UnitColumn[],
): DraftTable {
  return {
    id: `tableau-unites-${theme}`,
    caption: `${THEMES[theme]} par unité, ${periodLabel(report.period)} et ${periodLabel(report.before)}`,
    columns: [
      { label: 'Unité', share: 3 },
      ...columns.map(({ indicator, measure }) => ({
        label: `${indicator.code} ${measure.label}`,
        share: 2.2,
        isNumber: true,
      })),
    ],
    rows: report.places
      .filter(({ level }) => level === 'unit')
      .map((place) => [
        { text: place.label, under: unitWords(place) },
        ...columns.map(({ measure }) => bothYears(report, measure, place)),
      ]),
  };
}

/** What each indicator is, in one place. */
export function definitionTable({ indicators }: Report): DraftTable {
  return {
    id: 'tableau-definitions',
    caption: 'Définitions des indicateurs',
    columns: [
      { label: 'Indicateur', share: 2 },
      { label: 'Calcul', share: 4 },
      { label: 'À savoir', share: 3 },
      { label: 'Source', share: 2 },
    ],
    rows: indicators.map(({ code, label, formula, limits, missing, source }) => [
      words(`${code} ${label}`),
      words(formula),
      words([limits, missing].filter((one) => one !== null).join(' ') || '–'),
      words(source),
    ]),
  };
}

function unitWords({ scheme, territory }: Place): string {
  return [scheme, territory].filter((one) => one !== null).join(' – ');
}

/** The country: a figure, its bar when it is a share, and a year before. */
function withBar(measure: ReportMeasure): ReportCell[] {
  const now = figureAt(measure, NATIONAL, 'now');
  const isShare = measure.kind === 'rate' || measure.kind === 'medical';
  return [
    cell(measure, now),
    { text: '', under: '', bar: isShare && now.state === 'shown' ? now.value : null },
    cell(measure, figureAt(measure, NATIONAL, 'before')),
  ];
}

function bothYears(report: Report, measure: ReportMeasure, { code }: Place): ReportCell {
  const now = figureAt(measure, code, 'now');
  const before = figureText(measure, figureAt(measure, code, 'before'));
  const base = baseText(now);
  const earlier = `${periodLabel(report.before)} : ${before}`;
  return {
    text: figureText(measure, now),
    under: base === '' ? earlier : `${base} ; ${earlier}`,
  };
}

function cell(measure: ReportMeasure, figure: Figure): ReportCell {
  return { text: figureText(measure, figure), under: baseText(figure) };
}

function words(text: string): ReportCell {
  return { text, under: '' };
}

/** What is said of a place; a place that is not named is one where the measure is not taken. */
function figureAt({ figures }: ReportMeasure, place: string, when: 'now' | 'before'): Figure {
  return figures.find((one) => one.place === place)?.[when] ?? { state: 'elsewhere' };
}
