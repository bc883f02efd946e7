import { FormValues } from '../../../platform/pages/index.js';
import type { ReturnSection } from '../../domain/return-views.rules.js';

export const RETURNS_PATH = '/retours';

/** Where the proposals of others are answered. */
export const TRANSFERS_PATH = '/retours/transferts';

/**
 * The views of the worklist, by their word in the address. The first is the one shown at first; what is
 * new, and what has no mission locale, are seen by units alone.
 */
export const RETURN_TABS = {
  'a-accuser': { label: 'À prendre en charge', view: 'to-acknowledge' },
  'en-cours': { label: 'En cours', view: 'in-progress' },
  'en-retard': { label: 'En retard', view: 'late' },
  'a-preparer': { label: 'À préparer', view: 'prepared' },
  nouveaux: { label: 'Nouveautés', view: 'news' },
  'a-rattacher': { label: 'À rattacher', view: 'unattached' },
  clos: { label: 'Clos', view: 'over' },
} as const satisfies Record<string, { label: string; view: ReturnSection }>;
export type ReturnTab = keyof typeof RETURN_TABS;

/** What the address of the worklist says. */
export interface ReturnSearch {
  readonly tab: ReturnTab;
  readonly page: number;
}

const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readSearch(query: unknown): ReturnSearch {
  const values = new FormValues(query);
  const tab = values.text('onglet');
  const page = Number(values.text('page'));
  return {
    tab: Object.hasOwn(RETURN_TABS, tab) ? (tab as ReturnTab) : 'a-accuser',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a view, at its first page or another. */
export function hrefOf(tab: ReturnTab, page = 1): string {
  const parts = new URLSearchParams({
    ...(tab === 'a-accuser' ? {} : { onglet: tab }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? RETURNS_PATH : `${RETURNS_PATH}?${parts}`;
}
