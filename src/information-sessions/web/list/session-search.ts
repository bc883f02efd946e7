import { FormValues } from '../../../platform/pages/index.js';
import type { SessionView } from '../../use-cases/ports.js';
import { SESSIONS_PATH } from '../session-words.js';

/** The views of the list, by their word in the address. The first is the one shown at first. */
export const SESSION_TABS = {
  'a-venir': { label: 'À venir', view: 'upcoming' },
  passees: { label: 'Passées', view: 'past' },
  annulees: { label: 'Annulées', view: 'cancelled' },
} as const satisfies Record<string, { label: string; view: SessionView }>;
export type SessionTab = keyof typeof SESSION_TABS;

/** What the address of the list says. */
export interface SessionSearch {
  readonly tab: SessionTab;
  readonly page: number;
}

const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readSearch(query: unknown): SessionSearch {
  const values = new FormValues(query);
  const tab = values.text('onglet');
  const page = Number(values.text('page'));
  return {
    tab: Object.hasOwn(SESSION_TABS, tab) ? (tab as SessionTab) : 'a-venir',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a view, at its first page or another. */
export function hrefOf(tab: SessionTab, page = 1): string {
  const parts = new URLSearchParams({
    ...(tab === 'a-venir' ? {} : { onglet: tab }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? SESSIONS_PATH : `${SESSIONS_PATH}?${parts}`;
}
