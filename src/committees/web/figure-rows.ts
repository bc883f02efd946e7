import { spreadsheetText } from '../../platform/csv/index.js';
import type { Figure, Figures } from '../domain/figures.js';
import { INDICATORS } from '../domain/indicator-list.js';
import type { Measure } from '../domain/indicators.js';
import type { FiguresRead } from '../use-cases/read-figures.js';
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

/** Every figure of the period and of the year before, at every place: what the pages show, line by line. */
export function* figureRows(read: FiguresRead): Generator<string[]> {
  for (const [period, figures] of [
    [read.period, read.figures],
    [read.before, read.figuresBefore],
  ] as const) {
    for (const { code, label, measures } of INDICATORS) {
      for (const measure of measures) {
        for (const place of read.places.all) {
          const numbers = numbersOf(measure, figures, place.code);
          if (!numbers) continue;
          yield [
            code,
            label,
            measure.label,
            KINDS[measure.kind],
            period.code,
            period.lastOn,
            place.scheme ?? 'SMA et SMV',
            place.code,
            place.territory ?? '',
            ...numbers,
          ].map(spreadsheetText);
        }
      }
    }
  }
}

/** Value, numerator, denominator; nothing where the figure does not exist. */
function numbersOf(measure: Measure, figures: Figures, place: string): string[] | null {
  const figure: Figure = figures.figure(measure, place);
  if (figure.state === 'elsewhere') return null;
  if (figure.state === 'masked') return [HIDDEN, HIDDEN, HIDDEN];
  if (figure.state === 'nobody') return ['', '', '0'];
  const { value, part, of } = figure;
  const number = (one: number | null) => (one === null ? '' : String(one));
  return [decimal(value), number(part), number(of)];
}

/** One decimal, with a comma: what a French spreadsheet reads as a number. */
function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}
