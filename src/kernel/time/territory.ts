import * as calendars from './holiday-calendars.js';
import type { HolidayRule } from './holiday-rule.js';

/** Where an organisation works: what its clock and its holidays are. */
export interface Territory {
  /** French. */
  readonly name: string;
  /** IANA name (domain.md 1.1 and 1.4). */
  readonly timeZone: string;
  readonly holidays: readonly HolidayRule[];
}

/** The territories with their own clock or holidays; `ALSACE-MOSELLE` is that of Metz. */
export const TERRITORIES = {
  GP: {
    name: 'Guadeloupe',
    timeZone: 'America/Guadeloupe',
    holidays: calendars.GUADELOUPE,
  },
  MQ: {
    name: 'Martinique',
    timeZone: 'America/Martinique',
    holidays: calendars.MARTINIQUE,
  },
  GF: { name: 'Guyane', timeZone: 'America/Cayenne', holidays: calendars.GUYANE },
  RE: { name: 'La Réunion', timeZone: 'Indian/Reunion', holidays: calendars.REUNION },
  YT: { name: 'Mayotte', timeZone: 'Indian/Mayotte', holidays: calendars.MAYOTTE },
  MF: { name: 'Saint-Martin', timeZone: 'America/Marigot', holidays: calendars.SAINT_MARTIN },
  BL: {
    name: 'Saint-Barthélemy',
    timeZone: 'America/St_Barthelemy',
    holidays: calendars.SAINT_BARTHELEMY,
  },
  SPM: {
    name: 'Saint-Pierre-et-Miquelon',
    timeZone: 'America/Miquelon',
    holidays: calendars.NATIONAL,
  },
  NC: {
    name: 'Nouvelle-Calédonie',
    timeZone: 'Pacific/Noumea',
    holidays: calendars.NOUVELLE_CALEDONIE,
  },
  // The clock of Tahiti, where the regiment is; the Marquesas are half an hour ahead.
  PF: { name: 'Polynésie française', timeZone: 'Pacific/Tahiti', holidays: calendars.POLYNESIE },
  HEXAGONE: { name: 'Hexagone', timeZone: 'Europe/Paris', holidays: calendars.NATIONAL },
  'ALSACE-MOSELLE': {
    name: 'Alsace-Moselle',
    timeZone: 'Europe/Paris',
    holidays: calendars.ALSACE_MOSELLE,
  },
} as const satisfies Record<string, Territory>;

export type TerritoryCode = keyof typeof TERRITORIES;

/** The codes of the territories, in the order of their declaration. */
export const TERRITORY_CODES: readonly TerritoryCode[] =
  Object.keys(TERRITORIES).filter(isTerritoryCode);

/** True when `text` is the code of a territory. */
export function isTerritoryCode(text: string): text is TerritoryCode {
  return Object.hasOwn(TERRITORIES, text);
}

/** The IANA time zone of a territory. */
export function timeZoneOf(territory: TerritoryCode): string {
  return TERRITORIES[territory].timeZone;
}
