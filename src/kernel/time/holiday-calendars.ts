import { afterEaster, everyYear } from './holiday-rule.js';
import type { HolidayRule } from './holiday-rule.js';

/*
 * Only the days that a public text makes a holiday stand here. Days off by custom or collective
 * agreement are left out, since they bind neither every employer nor the State: Good Friday, carnival
 * and 21 July (Victor Schœlcher) in the Antilles, 2 November, the Muslim feasts in Mayotte (article
 * L. 3422-2 names them as customs), and the days a town gives itself. Whit Monday stays a holiday even
 * where it is worked as the day of solidarity.
 */

const ABOLITION = 'Commémoration de l’abolition de l’esclavage';
const GOOD_FRIDAY = afterEaster('Vendredi saint', -2);

/** Code du travail, article L. 3133-1: everywhere, New Caledonia and Polynesia having the same list. */
export const NATIONAL: readonly HolidayRule[] = [
  everyYear('Jour de l’an', 1, 1),
  afterEaster('Lundi de Pâques', 1),
  everyYear('Fête du Travail', 5, 1),
  everyYear('Victoire de 1945', 5, 8),
  afterEaster('Ascension', 39),
  afterEaster('Lundi de Pentecôte', 50),
  everyYear('Fête nationale', 7, 14),
  everyYear('Assomption', 8, 15),
  everyYear('Toussaint', 11, 1),
  everyYear('Armistice de 1918', 11, 11),
  everyYear('Noël', 12, 25),
];

/**
 * Code du travail, article L. 3134-13. Good Friday holds in communes with a Protestant or mixed church,
 * which Metz and its surroundings are; the rare others are not told apart.
 */
export const ALSACE_MOSELLE: readonly HolidayRule[] = [
  ...NATIONAL,
  GOOD_FRIDAY,
  everyYear('Saint-Étienne', 12, 26),
];

/** Code du travail, article L. 3422-2, and decree 83-1003 of 23 November 1983. */
export const GUADELOUPE = [...NATIONAL, everyYear(ABOLITION, 5, 27)];
export const MARTINIQUE = [...NATIONAL, everyYear(ABOLITION, 5, 22)];
export const GUYANE = [...NATIONAL, everyYear(ABOLITION, 6, 10)];
export const REUNION = [...NATIONAL, everyYear(ABOLITION, 12, 20)];
export const MAYOTTE = [...NATIONAL, everyYear(ABOLITION, 4, 27)];
export const SAINT_BARTHELEMY = [...NATIONAL, everyYear(ABOLITION, 10, 9)];

/**
 * Article L. 3422-2 read 27 May in 2019 (not checked since); from 2018 the Collectivité keeps 28 May,
 * which the prefecture declares the holiday of that article.
 */
export const SAINT_MARTIN: readonly HolidayRule[] = [
  ...NATIONAL,
  everyYear(ABOLITION, 5, 27, { until: 2017 }),
  everyYear(ABOLITION, 5, 28, { from: 2018 }),
];

/** The local list of public holidays: the national days and that of citizenship. */
export const NOUVELLE_CALEDONIE = [...NATIONAL, everyYear('Fête de la citoyenneté', 9, 24)];

/**
 * The local labour code: three days of its own. The assembly voted on 6 May 2025 that Matari’i takes
 * the place of the feast of autonomy (29 June 2025 was a Sunday).
 */
export const POLYNESIE: readonly HolidayRule[] = [
  ...NATIONAL,
  GOOD_FRIDAY,
  everyYear('Arrivée de l’Évangile', 3, 5),
  everyYear('Fête de l’autonomie', 6, 29, { until: 2024 }),
  everyYear('Matari’i', 11, 20, { from: 2025 }),
];
