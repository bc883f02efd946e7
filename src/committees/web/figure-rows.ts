import { spreadsheetText } from '../../platform/csv/index.js';
import type { Figure } from '../domain/figures.js';
import type { Report } from '../domain/report/report.js';
import { HIDDEN } from './figure-words.js';

export const FIGURE_HEADER = [
  'Indicateur',
  'Libellé',
  'Mesure',
  'Nature',
  'Période',
  'Arrêté au',
  'Convention',
  'Périmètre',
  'Territoire',
  'Valeur',
  'Numérateur',
  'Dénominateur',
] as const;

const KINDS = {
  count: 'effectif',
  rate: 'pour cent',
  median: 'jours',
  medical: 'pour cent',
} as const;

/** A cell of a table of figures: a spreadsheet gets numbers, not words that look like them. */
export type FigureCell = string | number;

/** Every figure of the period and of the year before, at every place: what the pages show, line by line. */
export function* figureRows({
  period,
  before,
  places,
  indicators,
}: Report): Generator<FigureCell[]> {
  const placeOf = new Map(places.map((place) => [place.code, place]));
  for (const one of [period, before]) {
    for (const { code, label, measures } of indicators) {
      for (const measure of measures) {
        for (const { place: at, ...shown } of measure.figures) {
          const figure = one === period ? shown.now : shown.before;
          const place = placeOf.get(at);
          if (figure.state === 'elsewhere' || !place) continue;
          yield [
            code,
            label,
            measure.label,
            KINDS[measure.kind],
            one.code,
            one.lastOn,
            place.scheme ?? 'SMA et SMV',
            place.code,
            place.territory ?? '',
            ...numbersOf(figure),
          ];
        }
      }
    }
  }
}

/** The same lines as a French spreadsheet reads them in a CSV file. */
export function* figureLines(report: Report): Generator<string[]> {
  for (const row of figureRows(report)) {
    yield row.map((cell) =>
      typeof cell === 'number' ? String(cell).replace('.', ',') : spreadsheetText(cell),
    );
  }
}

/** Value, numerator, denominator. */
function numbersOf(figure: Exclude<Figure, { state: 'elsewhere' }>): FigureCell[] {
  if (figure.state === 'masked') return [HIDDEN, HIDDEN, HIDDEN];
  if (figure.state === 'nobody') return ['', '', 0];
  return [figure.value, figure.part ?? '', figure.of ?? ''];
}
