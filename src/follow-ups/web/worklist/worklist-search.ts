import { FormValues } from '../../../platform/pages/index.js';
import type { FollowUpState } from '../../domain/milestone.rules.js';
import { FOLLOW_UPS_PATH } from '../follow-up-words.js';

/** The views of the worklist, by their word in the address. The first is the one shown at first. */
export const FOLLOW_UP_TABS = {
  'a-renseigner': { label: 'À renseigner', state: 'open' },
  renseignes: { label: 'Renseignés', state: 'answered' },
  'fenetres-closes': { label: 'Fenêtres closes', state: 'closed' },
} as const satisfies Record<string, { label: string; state: FollowUpState }>;
export type FollowUpTab = keyof typeof FOLLOW_UP_TABS;

/** What the address of the worklist says. */
export interface FollowUpSearch {
  readonly tab: FollowUpTab;
  readonly page: number;
}

const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readSearch(query: unknown): FollowUpSearch {
  const values = new FormValues(query);
  const tab = values.text('onglet');
  const page = Number(values.text('page'));
  return {
    tab: Object.hasOwn(FOLLOW_UP_TABS, tab) ? (tab as FollowUpTab) : 'a-renseigner',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a view, at its first page or another. */
export function hrefOf(tab: FollowUpTab, page = 1): string {
  const parts = new URLSearchParams({
    ...(tab === 'a-renseigner' ? {} : { onglet: tab }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? FOLLOW_UPS_PATH : `${FOLLOW_UPS_PATH}?${parts}`;
}
