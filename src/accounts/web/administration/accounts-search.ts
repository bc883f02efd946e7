import { FormValues } from '../../../platform/pages/index.js';
import type { AccountState } from '../../domain/account.js';

export const ACCOUNTS_PATH = '/admin/comptes';

/** The views of the list, by their word in the address; what waits for somebody comes first. */
export const ACCOUNT_TABS = {
  'a-approuver': { label: 'À approuver', state: 'pending' },
  ouverts: { label: 'Ouverts', state: 'active' },
  suspendus: { label: 'Suspendus', state: 'suspended' },
  tous: { label: 'Tous', state: null },
} as const satisfies Record<string, { label: string; state: AccountState | null }>;
export type AccountTab = keyof typeof ACCOUNT_TABS;

/** What the address of the list says. */
export interface AccountsAddress {
  readonly tab: AccountTab;
  /** A part of the name or of the address. */
  readonly text: string;
  readonly page: number;
}

const LONGEST_TEXT = 100;
const LAST_PAGE = 100_000;
const FIRST: AccountTab = 'a-approuver';

/** Reads an address; what does not do is as if it were not there. */
export function readAccountsAddress(query: unknown): AccountsAddress {
  const values = new FormValues(query);
  const tab = values.text('onglet');
  const page = Number(values.text('page'));
  return {
    tab: isTab(tab) ? tab : FIRST,
    text: values.text('recherche').slice(0, LONGEST_TEXT),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a list, with something changed; a change starts again at the first page. */
export function accountsHref(now: AccountsAddress, change: Partial<AccountsAddress> = {}): string {
  const { tab, text, page } = { ...now, page: 1, ...change };
  const parts = new URLSearchParams({
    ...(tab === FIRST ? {} : { onglet: tab }),
    ...(text === '' ? {} : { recherche: text }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? ACCOUNTS_PATH : `${ACCOUNTS_PATH}?${parts}`;
}

function isTab(text: string): text is AccountTab {
  return Object.hasOwn(ACCOUNT_TABS, text);
}
