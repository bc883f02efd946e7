import {
  addMonths,
  monthOf,
  parseMonth,
  type LocalDate,
  type Month,
} from '../../../kernel/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import type { MonthView } from '../../domain/month-view.rules.js';
import { CEJ_PATH } from '../cej-words.js';

/** The views of the list, by their word in the address. The first is the one shown at first. */
export const MONTH_TABS = {
  'a-surveiller': { label: 'À surveiller', view: 'to-watch' },
  'en-service': { label: 'En service', view: 'serving' },
  sortis: { label: 'Sortis', view: 'left' },
  tous: { label: 'Tous', view: 'all' },
} as const satisfies Record<string, { label: string; view: MonthView }>;
export type MonthTab = keyof typeof MONTH_TABS;

/** What the address of the list says. */
export interface MonthSearch {
  readonly month: Month;
  readonly tab: MonthTab;
  readonly page: number;
}

/** Months that may be chosen: the one that runs, and two years back. */
const CHOSEN_MONTHS = 25;
const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readMonthSearch(query: unknown, today: LocalDate): MonthSearch {
  const values = new FormValues(query);
  const month = parseMonth(values.text('mois'));
  const tab = values.text('onglet');
  const page = Number(values.text('page'));
  const isChosen = month !== undefined && monthsUpTo(today).includes(month);
  return {
    month: isChosen ? month : monthOf(today),
    tab: Object.hasOwn(MONTH_TABS, tab) ? (tab as MonthTab) : 'a-surveiller',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The months that may be chosen, the latest first. */
export function monthsUpTo(today: LocalDate): Month[] {
  const last = monthOf(today);
  return Array.from({ length: CHOSEN_MONTHS }, (_, back) => addMonths(last, -back));
}

/** The address of a search, with something changed; a change starts again at the first page. */
export function hrefOf(search: MonthSearch, change: Partial<MonthSearch> = {}): string {
  return addressOf(CEJ_PATH, { ...search, page: 1, ...change });
}

/** The address of the same list as a file. */
export function exportHrefOf(search: MonthSearch): string {
  return addressOf(`${CEJ_PATH}.csv`, { ...search, page: 1 });
}

function addressOf(path: string, { month, tab, page }: MonthSearch): string {
  const parts = new URLSearchParams({
    mois: month,
    ...(tab === 'a-surveiller' ? {} : { onglet: tab }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return `${path}?${parts.toString()}`;
}
