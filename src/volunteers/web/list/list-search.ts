import { FormValues } from '../../../platform/pages/index.js';
import { VOLUNTEER_STATES, type VolunteerState } from '../../domain/volunteer.js';
import { VOLUNTEERS_PATH } from '../volunteer-words.js';

/** The views of the list; the first is for units, which alone await incorporations. */
export const SERVICE_TABS = {
  'a-incorporer': { label: 'À incorporer', states: 'awaited' },
  'en-service': { label: 'En service', states: ['in-service'] },
  'a-reprendre': { label: 'Reportés ou absents', states: ['postponed', 'absent'] },
  sortis: { label: 'Sortis', states: ['exited'] },
  tous: { label: 'Tous', states: VOLUNTEER_STATES },
} as const satisfies Record<
  string,
  { label: string; states: readonly VolunteerState[] | 'awaited' }
>;
export type ServiceTab = keyof typeof SERVICE_TABS;

/** What the address of the list says. */
export interface ListSearch {
  readonly tab: ServiceTab;
  /** As typed: a name, a file number or a reference. */
  readonly text: string;
  readonly page: number;
}

const LONGEST_TEXT = 100;
const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readSearch(query: unknown): ListSearch {
  const values = new FormValues(query);
  const tab = values.text('onglet');
  const page = Number(values.text('page'));
  return {
    tab: isTab(tab) ? tab : 'en-service',
    text: values.text('recherche').slice(0, LONGEST_TEXT),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a search, with something changed; a change starts again at the first page. */
export function hrefOf(search: ListSearch, change: Partial<ListSearch> = {}): string {
  const { tab, text, page } = { ...search, page: 1, ...change };
  const parts = new URLSearchParams({
    ...(tab === 'en-service' ? {} : { onglet: tab }),
    ...(text === '' ? {} : { recherche: text }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? VOLUNTEERS_PATH : `${VOLUNTEERS_PATH}?${parts}`;
}

function isTab(text: string): text is ServiceTab {
  return Object.hasOwn(SERVICE_TABS, text);
}
