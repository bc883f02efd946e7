import { FiguresFilterUnknown } from './errors.js';
import type { Period } from './periods.js';
import type { Place } from './places.js';

/** What somebody asks figures of; what is absent is not looked at. */
export interface FigureFilter {
  readonly period?: string | null;
  /** The scheme whose agreement it is. */
  readonly agreement?: string | null;
  /** Name of the territory of units. */
  readonly territory?: string | null;
  readonly unit?: string | null;
}

/**
 * Pure: the period that is asked for, the latest when none is.
 * @throws FiguresFilterUnknown when there is none such
 */
export function askedPeriod(periods: readonly Period[], { period }: FigureFilter): Period {
  const found = period ? periods.find(({ code }) => code === period) : periods[0];
  if (found) return found;
  throw new FiguresFilterUnknown(
    'period',
    `Le filtre « period » ne désigne aucune période close. Choisissez parmi : ${periods.map(({ code }) => code).join(', ')}.`,
  );
}

/**
 * Pure: the places that are asked for, all of them when no filter is given. A filter that no place answers
 * is a mistake rather than an empty answer.
 * @throws FiguresFilterUnknown
 */
export function askedPlaces(places: readonly Place[], filter: FigureFilter): Place[] {
  const { agreement, territory, unit } = filter;
  const tests: readonly (readonly [string, string | null | undefined, (one: Place) => unknown])[] =
    [
      ['agreement', agreement, ({ scheme }) => scheme],
      ['territory', territory, (place) => place.territory],
      ['unit', unit, ({ level, code }) => (level === 'unit' ? code : null)],
    ];
  let found = [...places];
  for (const [name, asked, of] of tests) {
    if (!asked) continue;
    found = found.filter((place) => of(place) === asked);
    if (found.length === 0) {
      throw new FiguresFilterUnknown(
        name,
        `Aucun périmètre ne répond au filtre « ${name} », avec les autres filtres donnés. Demandez sans filtre : la réponse liste les périmètres possibles.`,
      );
    }
  }
  return found;
}
