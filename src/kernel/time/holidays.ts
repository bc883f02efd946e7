import { existsIn } from './holiday-rule.js';
import type { LocalDate } from './local-date.js';
import { TERRITORIES } from './territory.js';
import type { Territory, TerritoryCode } from './territory.js';

/** One public holiday of one year. */
export interface Holiday {
  readonly date: LocalDate;
  /** French. */
  readonly name: string;
}

/**
 * The public holidays of a territory in a year, in the order of days. Two that fall on the same day
 * (Ascension on 8 May 1997) both stand.
 */
export function holidays(territory: TerritoryCode, year: number): readonly Holiday[] {
  const { holidays: rules }: Territory = TERRITORIES[territory];
  return rules
    .filter((rule) => existsIn(rule, year))
    .map((rule) => ({ date: rule.on(year), name: rule.name }))
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
}
