import { isTerritoryCode, TERRITORIES, type LocalDate } from '../../kernel/index.js';
import { counted, longDate, typeset } from '../../platform/french/index.js';
import type { IncorporationView } from '../http/sheet.view.js';

export const SHEETS_PATH = '/offres';
/** Where the next version is written. */
export const PUBLISH_PATH = `${SHEETS_PATH}/nouvelle`;
export const SHEET_CRUMBS = [{ href: SHEETS_PATH, label: 'Offres des unités' }];

/** The page of a version. */
export function sheetPath(id: string): string {
  return `${SHEETS_PATH}/${id}`;
}

/** Who reads sheets on the pages, and who publishes them: the same people as by the API. */
export const SHEET_PAGE_READERS = {
  roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager', 'insertion-officer'],
} as const;
export const PUBLISHERS = { roles: ['recruiter', 'unit-manager'] } as const;

/** « 1er février 2027, Saint-Pierre, 40 places ». */
export function incorporationWords({ on, place, places }: IncorporationView): string {
  const many = places === null ? [] : [counted(places, 'place', 'places')];
  return typeset([longDate(on as LocalDate), place, ...many].join(', '));
}

/** A territory by its name. */
export function territoryWords(code: string): string {
  return isTerritoryCode(code) ? TERRITORIES[code].name : code;
}
