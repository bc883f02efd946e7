import { doorFault } from '../catalogue/door-faults.js';
import type { DoorFault } from '../catalogue/door-fault.js';
import { EARLIER_PHOTOS, LEAST_USUAL, median } from './usual.js';

/** How often the cells of a column were empty, and refused: in ten-thousandths of the rows. */
export interface ColumnRates {
  readonly empty: number;
  readonly refused: number;
}

/** The rates of a photo, by header. */
export type PhotoRates = Readonly<Record<string, ColumnRates>>;

/** An earlier photo; one from before rates were kept has none. */
export interface EarlierRates {
  readonly rows: number;
  readonly rates: PhotoRates | null;
}

/** A rise above this holds the file: twenty points (exchange.md 7.e.7). */
const GREATEST_RISE = 2_000;
const IN_PERCENT = 100;

/**
 * Whether a column of a photo is empty, or refused, far more often than usual, the median of the six
 * photos before it (exchange.md 7.e.7). It is then held until its emitter confirms it: an extraction
 * that lost a column is seen before it becomes as many rows to correct.
 */
export function checkColumns(present: PhotoRates, earlier: readonly EarlierRates[]): DoorFault[] {
  if (earlier.length < EARLIER_PHOTOS) return [];
  if (median(earlier.map(({ rows }) => rows)) < LEAST_USUAL) return [];
  const known = earlier.flatMap(({ rates }) => (rates ? [rates] : []));
  const empty = risen(present, known, 'empty');
  const refused = risen(present, known, 'refused');
  return [
    ...(empty === '' ? [] : [doorFault('DERIVE_COLONNE:VIDE', { colonnes: empty })]),
    ...(refused === '' ? [] : [doorFault('DERIVE_COLONNE:ERREUR', { colonnes: refused })]),
  ];
}

/** The columns that rose, in words; a column that not all six photos had is not judged. */
function risen(
  present: PhotoRates,
  earlier: readonly PhotoRates[],
  kind: keyof ColumnRates,
): string {
  const found = Object.entries(present).flatMap(([header, rates]) => {
    const before = earlier.flatMap((one) => one[header]?.[kind] ?? []);
    if (before.length < EARLIER_PHOTOS) return [];
    const usual = median(before);
    const isRisen = rates[kind] - usual > GREATEST_RISE;
    return isRisen ? [`${header} (${percent(rates[kind])} au lieu de ${percent(usual)})`] : [];
  });
  return found.join(', ');
}

function percent(rate: number): string {
  return `${Math.round(rate / IN_PERCENT)} %`;
}
