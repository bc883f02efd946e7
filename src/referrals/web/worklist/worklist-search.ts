import { FormValues } from '../../../platform/pages/index.js';
import { REFERRAL_STATES, type ReferralState } from '../../domain/referral.js';
import type { WorklistView } from '../../domain/worklist.rules.js';
import type { ReferralOrder } from '../../use-cases/ports.js';

export const WORKLIST_PATH = '/orientations';

/** The views of the worklist, by their word in the address. The first is the one shown at first. */
export const WORKLIST_TABS = {
  'a-traiter': { label: 'À traiter', view: 'to-do' },
  'a-representer': { label: 'À représenter', view: 'to-represent' },
  'en-cours': { label: 'En cours', view: 'in-progress' },
  terminees: { label: 'Terminées', view: 'over' },
  toutes: { label: 'Toutes', view: 'all' },
} as const satisfies Record<string, { label: string; view: WorklistView }>;
export type WorklistTab = keyof typeof WORKLIST_TABS;

const SORTS = ['attente', '-attente', 'nom', '-nom'] as const;
export type WorklistSort = (typeof SORTS)[number];

/** What the address of the worklist says. */
export interface WorklistSearch {
  readonly tab: WorklistTab;
  /** As typed: a name, a reference or an i-milo number. */
  readonly text: string;
  readonly state: ReferralState | null;
  /** Code of a unit. */
  readonly unit: string;
  /** None: the order of the view. */
  readonly sort: WorklistSort | null;
  readonly page: number;
}

const LONGEST_TEXT = 100;
const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readSearch(query: unknown): WorklistSearch {
  const values = new FormValues(query);
  const tab = values.text('onglet');
  const page = Number(values.text('page'));
  return {
    tab: isTab(tab) ? tab : 'a-traiter',
    text: values.text('recherche').slice(0, LONGEST_TEXT),
    state: REFERRAL_STATES.find((state) => state === values.text('etat')) ?? null,
    unit: values.text('unite').slice(0, LONGEST_TEXT),
    sort: SORTS.find((sort) => sort === values.text('tri')) ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** True for what an adviser sees first: nothing filtered, the first page of what needs doing. */
export function isFirstView(search: WorklistSearch): boolean {
  return (
    search.tab === 'a-traiter' &&
    hrefOf(search, { sort: null, page: search.page }) === WORKLIST_PATH
  );
}

/** The address of a search, with something changed; a change starts again at the first page. */
export function hrefOf(search: WorklistSearch, change: Partial<WorklistSearch> = {}): string {
  return addressOf(WORKLIST_PATH, { ...search, page: 1, ...change });
}

/** The address of the same list as a file. */
export function exportHrefOf(search: WorklistSearch): string {
  return addressOf(`${WORKLIST_PATH}.csv`, { ...search, page: 1 });
}

function addressOf(path: string, { tab, text, state, unit, sort, page }: WorklistSearch): string {
  const parts = new URLSearchParams({
    ...(tab === 'a-traiter' ? {} : { onglet: tab }),
    ...(text === '' ? {} : { recherche: text }),
    ...(state === null ? {} : { etat: state }),
    ...(unit === '' ? {} : { unite: unit }),
    ...(sort === null ? {} : { tri: sort }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? path : `${path}?${parts}`;
}

/** How a list is sorted: what waits longest first while something waits, else the latest first. */
export function sortOf({ sort, tab }: WorklistSearch): WorklistSort {
  return (
    sort ??
    (tab === 'a-traiter' || tab === 'a-representer' || tab === 'en-cours' ? 'attente' : '-attente')
  );
}

/** The same, as the query takes it. */
export function orderOf(search: WorklistSearch): ReferralOrder {
  const sort = sortOf(search);
  return { by: sort.endsWith('nom') ? 'name' : 'waiting', isDescending: sort.startsWith('-') };
}

function isTab(text: string): text is WorklistTab {
  return Object.hasOwn(WORKLIST_TABS, text);
}
