import { SIDE_WORDS } from './borrowed-words.js';

/** A heading of a population, in words. */
export interface Heading {
  readonly id: string;
  readonly label: string;
  readonly children?: readonly Heading[];
}

/** Those who are counted together over a period, and the ways to cut them up. */
export interface Population {
  readonly code: string;
  /** What the total counts. */
  readonly label: string;
  /** Each facet shares the total with the others. */
  readonly facets: readonly (readonly Heading[])[];
}

/** The heading of everyone in a population. */
export const TOTAL = 'total';

/** A heading that is not cut up further. */
export const leaf = (id: string, label: string): Heading => ({ id, label });

/** What became of them at a milestone. */
export const becoming = (milestone: string, words: string): Population => ({
  code: `follow-ups-${milestone}`,
  label: `Sortis dont la question à ${words} est close`,
  facets: [
    [
      {
        id: 'became-known',
        label: 'Situation connue',
        children: [
          leaf('became-employed', 'En emploi'),
          leaf('became-trained', 'En formation ou en études'),
          leaf('became-unsolved', 'Sans solution'),
        ],
      },
      leaf('became-unknown', 'Situation non connue ou sans réponse'),
    ],
  ],
});

/** Ends before the term, by the side that their reason comes from (ADR 0049). */
export const ended = (id: string, label: string): Heading => ({
  id,
  label,
  children: SIDE_WORDS.map(([side, words]) => leaf(`${id}-${side}`, `${label}, ${words}`)),
});
