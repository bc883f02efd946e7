import type { PopulationCode } from './populations.js';

/** What is measured of an indicator; an indicator may need more than one. */
export type Measure =
  | {
      readonly kind: 'count';
      readonly label: string;
      readonly population: PopulationCode;
      readonly heading: string;
    }
  | {
      readonly kind: 'rate';
      readonly label: string;
      readonly population: PopulationCode;
      readonly numerator: readonly string[];
      readonly denominator: string;
    }
  | {
      readonly kind: 'median';
      readonly label: string;
      readonly delay: DelayCode;
      /** Those who waited: the median is shown with them, or not at all. */
      readonly population: PopulationCode;
      readonly heading: string;
    }
  /** Of the whole country alone (PRV-21). */
  | { readonly kind: 'medical'; readonly label: string };

export const DELAY_CODES = ['receipt', 'answer', 'incorporation'] as const;
export type DelayCode = (typeof DELAY_CODES)[number];

/** The parts of the report, in its order. */
export const THEMES = {
  referrals: 'Orientations',
  decisions: 'Réponses des unités',
  service: 'Incorporations et service',
  insertion: 'Sorties et insertion',
  returns: 'Retours vers les missions locales',
  becoming: 'Ce qu’ils deviennent',
} as const;
export type Theme = keyof typeof THEMES;

/** One indicator: its one definition, for pages, files, the report and what reads them. */
export interface Indicator {
  readonly code: string;
  readonly label: string;
  readonly theme: Theme;
  /** How it is reckoned, in words. */
  readonly formula: string;
  /** What to know before reading it. */
  readonly limits?: string;
  /** Where the definition comes from. */
  readonly source: string;
  readonly measures: readonly Measure[];
  /** Why it is not measured yet; then it has no measure. */
  readonly missing?: string;
}

/** Indicators that mislead when read alone (domain.md 4.4): each is shown with all of them. */
export const READ_TOGETHER: readonly string[] = ['K11', 'K12', 'K13', 'K14'];
