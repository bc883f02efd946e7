import { FormValues } from '../../../platform/pages/index.js';
import type { DirectState } from '../../domain/direct-applicant.js';
import { APPLICANTS_PATH } from '../applicant-words.js';

/** The views of the list, by their word in the address; what waits comes first. */
export const APPLICANT_TABS = {
  'a-affecter': { label: 'À affecter', state: 'to-assign', isOfUnitAlone: true },
  annonces: { label: 'Annoncés', state: 'announced', isOfUnitAlone: false },
  repondus: { label: 'Réponse donnée', state: 'answered', isOfUnitAlone: false },
  'sur-lettre': { label: 'Invités par lettre', state: 'invited', isOfUnitAlone: true },
  'hors-reseau': { label: 'Hors du réseau', state: 'outside-network', isOfUnitAlone: true },
} as const satisfies Record<string, { label: string; state: DirectState; isOfUnitAlone: boolean }>;
export type ApplicantTab = keyof typeof APPLICANT_TABS;

/** The views that a side has; the first is the one shown at first. */
export function tabsOf(isOfUnit: boolean): readonly ApplicantTab[] {
  const all = Object.keys(APPLICANT_TABS) as ApplicantTab[];
  return all.filter((tab) => isOfUnit || !APPLICANT_TABS[tab].isOfUnitAlone);
}

/** What the address of the list says. */
export interface ApplicantSearch {
  readonly tab: ApplicantTab;
  readonly page: number;
}

const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readSearch(query: unknown, isOfUnit: boolean): ApplicantSearch {
  const values = new FormValues(query);
  const tabs = tabsOf(isOfUnit);
  const tab = tabs.find((one) => one === values.text('onglet'));
  const page = Number(values.text('page'));
  return {
    tab: tab ?? tabs[0] ?? 'annonces',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a view, at its first page or another. */
export function hrefOf(tab: ApplicantTab, page = 1): string {
  const parts = new URLSearchParams({ onglet: tab, ...(page === 1 ? {} : { page: String(page) }) });
  return `${APPLICANTS_PATH}?${parts.toString()}`;
}
