import {
  isTerritoryCode,
  type OrganisationKind,
  type TerritoryCode,
} from '../../../kernel/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import { ORGANISATION_KINDS } from '../../domain/organisation-text.js';
import type { Standing } from '../../domain/standing.js';

export const REGISTER_PATH = '/admin/organisations';

/** The views of the list, by their word in the address. */
export const REGISTER_TABS = {
  'en-activite': { label: 'En activité', standing: 'active' },
  'a-venir': { label: 'À venir', standing: 'to-come' },
  clos: { label: 'Clos', standing: 'closed' },
  tous: { label: 'Tous', standing: null },
} as const satisfies Record<string, { label: string; standing: Standing | null }>;
export type RegisterTab = keyof typeof REGISTER_TABS;

/** What the address of the list says. */
export interface RegisterAddress {
  readonly tab: RegisterTab;
  /** A part of the code or of a name. */
  readonly text: string;
  readonly kind: OrganisationKind | null;
  readonly territory: TerritoryCode | null;
  readonly page: number;
}

const LONGEST_TEXT = 100;
const LAST_PAGE = 100_000;
const FIRST: RegisterTab = 'en-activite';

/** Reads an address; what does not do is as if it were not there. */
export function readRegisterAddress(query: unknown): RegisterAddress {
  const values = new FormValues(query);
  const tab = values.text('onglet');
  const territory = values.text('territoire');
  const page = Number(values.text('page'));
  return {
    tab: isTab(tab) ? tab : FIRST,
    text: values.text('recherche').slice(0, LONGEST_TEXT),
    kind: ORGANISATION_KINDS.find((kind) => kind === values.text('nature')) ?? null,
    territory: isTerritoryCode(territory) ? territory : null,
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a list, with something changed; a change starts again at the first page. */
export function registerHref(now: RegisterAddress, change: Partial<RegisterAddress> = {}): string {
  const { tab, text, kind, territory, page } = { ...now, page: 1, ...change };
  const parts = new URLSearchParams({
    ...(tab === FIRST ? {} : { onglet: tab }),
    ...(text === '' ? {} : { recherche: text }),
    ...(kind === null ? {} : { nature: kind }),
    ...(territory === null ? {} : { territoire: territory }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? REGISTER_PATH : `${REGISTER_PATH}?${parts}`;
}

function isTab(text: string): text is RegisterTab {
  return Object.hasOwn(REGISTER_TABS, text);
}
