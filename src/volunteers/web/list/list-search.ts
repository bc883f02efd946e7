import { FormValues } from '../../../platform/pages/index.js';
import { VOLUNTEER_STATES } from '../../domain/volunteer.js';
import type { ServiceView } from '../../use-cases/ports.js';
import { VOLUNTEERS_PATH } from '../volunteer-words.js';

/** The views of the list; those that say what a unit has to do are for units alone. */
export const SERVICE_TABS = {
  'a-incorporer': { label: 'À incorporer', view: 'awaited' },
  'en-service': { label: 'En service', view: ['in-service'] },
  'presence-a-dire': { label: 'Présence à dire', view: 'presence' },
  'fin-proche': { label: 'Fin proche', view: 'ends' },
  'a-reprendre': { label: 'Reportés ou absents', view: ['postponed', 'absent'] },
  sortis: { label: 'Sortis', view: ['exited'] },
  tous: { label: 'Tous', view: VOLUNTEER_STATES },
} as const satisfies Record<string, { label: string; view: ServiceView | 'awaited' }>;
export type ServiceTab = keyof typeof SERVICE_TABS;

const OF_UNITS: readonly ServiceTab[] = ['a-incorporer', 'presence-a-dire', 'fin-proche'];

/** The views that somebody sees. */
export function tabsFor(isUnit: boolean): ServiceTab[] {
  const tabs = Object.keys(SERVICE_TABS) as ServiceTab[];
  return isUnit ? tabs : tabs.filter((tab) => !OF_UNITS.includes(tab));
}

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
