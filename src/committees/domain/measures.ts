import type { Measure } from './indicators.js';
import { TOTAL, type Heading, type PopulationCode } from './populations.js';

/** Who defines it, in words that the committee reads (domain.md 8.2). */
export const OURS = 'Liste des indicateurs de Passerelle';

/** How many stand under a heading. */
export const count = (population: PopulationCode, heading: string, label: string): Measure => ({
  kind: 'count',
  label,
  population,
  heading,
});

/** The share of some headings in another. */
export const rate = (
  label: string,
  population: PopulationCode,
  numerator: readonly string[],
  denominator: string = TOTAL,
): Measure => ({ kind: 'rate', label, population, numerator, denominator });

/** The share of each heading, in its order. */
export const shares = (
  population: PopulationCode,
  headings: readonly Heading[],
  denominator: string = TOTAL,
  prefix = '',
): Measure[] =>
  headings.map(({ id, label }) => rate(`${prefix}${label}`, population, [id], denominator));
