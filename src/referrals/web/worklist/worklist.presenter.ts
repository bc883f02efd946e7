import { daysBetween, type LocalDate } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { counted, shortDate } from '../../../platform/french/index.js';
import type { ActiveFilter, Choice, EmptyWords, Tab, Tone } from '../../../platform/pages/index.js';
import { isOpen, type ReferralState } from '../../domain/referral.js';
import type { WorklistView } from '../../domain/worklist.rules.js';
import type { ReferralView } from '../../http/referral.view.js';
import { REFERRALS_PER_PAGE } from '../../use-cases/consult-referral-worklist.js';
import { STATE_WORDS } from '../referral-words.js';
import {
  exportHrefOf,
  hrefOf,
  WORKLIST_PATH,
  WORKLIST_TABS,
  type WorklistSearch,
  type WorklistTab,
} from './worklist-search.js';

/** What the worklist is made from. */
export interface WorklistContent {
  readonly search: WorklistSearch;
  readonly rows: readonly ReferralView[];
  readonly counts: Readonly<Record<WorklistView, number>>;
  readonly units: readonly Choice[];
  readonly today: LocalDate;
  readonly outcomeLabel: (code: string) => string;
}

/** A referral of the list, in words. */
export interface WorklistRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly birthDate: string;
  readonly unit: string;
  readonly reference: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly referredOn: string;
  /** What the wait says: only where an answer is due. */
  readonly waited: string;
  readonly outcome: string;
}

/** The worklist, in words. */
export interface WorklistPresented {
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly rows: readonly WorklistRow[];
  readonly total: string;
  readonly pages: number;
  readonly active: readonly ActiveFilter[];
  readonly clearHref: string;
  /** Null when there is nothing to take away, and where the list is the reader’s own. */
  readonly exportHref: string | null;
  readonly empty: EmptyWords;
}

/** Every word and decision of the worklist. */
export function presentWorklist(content: WorklistContent): WorklistPresented {
  const { search, rows, counts } = content;
  const { label, view } = WORKLIST_TABS[search.tab];
  const total = counts[view];
  const pages = Math.max(1, Math.ceil(total / REFERRALS_PER_PAGE));
  const active = activeFilters(content);
  const where = pages > 1 ? ` – page ${search.page} sur ${pages}` : '';
  return {
    title: `Orientations – ${label}${where}`,
    tabs: tabsOf(search, counts),
    rows: rows.map((row) => presentRow(row, content)),
    total: counted(total, 'orientation', 'orientations'),
    pages,
    active,
    clearHref: hrefOf(search, { text: '', state: null, unit: '' }),
    exportHref: total > 0 && view !== 'to-represent' ? exportHrefOf(search) : null,
    empty: emptyWords(search, active.length > 0, total > 0),
  };
}

function tabsOf(search: WorklistSearch, counts: WorklistContent['counts']): Tab[] {
  return (Object.keys(WORKLIST_TABS) as WorklistTab[]).map((tab) => ({
    href: hrefOf(search, { tab }),
    label: WORKLIST_TABS[tab].label,
    isCurrent: tab === search.tab,
    count: counts[WORKLIST_TABS[tab].view],
  }));
}

function activeFilters({ search, units }: WorklistContent): ActiveFilter[] {
  const { text, state, unit } = search;
  const named = units.find(({ value }) => value === unit)?.label ?? unit;
  return [
    ...(text === '' ? [] : [{ label: `« ${text} »`, href: hrefOf(search, { text: '' }) }]),
    ...(state === null
      ? []
      : [{ label: STATE_WORDS[state].label, href: hrefOf(search, { state: null }) }]),
    ...(unit === '' ? [] : [{ label: named, href: hrefOf(search, { unit: '' }) }]),
  ];
}

function presentRow(row: ReferralView, { today, outcomeLabel }: WorklistContent): WorklistRow {
  const person = row.youngPerson;
  const referredOn = row.referredOn as LocalDate | null;
  const state = row.state as ReferralState;
  return {
    id: row.id,
    href: `${WORKLIST_PATH}/${row.id}`,
    name: listedName(person),
    birthDate: person ? shortDate(person.birthDate as LocalDate) : '',
    unit: row.unit.name,
    reference: row.reference,
    state: STATE_WORDS[state],
    referredOn: referredOn ? shortDate(referredOn) : '',
    waited: waitedWords(state, referredOn, today),
    outcome: row.outcome ? outcomeLabel(row.outcome.code) : '',
  };
}

function waitedWords(state: ReferralState, referredOn: LocalDate | null, today: LocalDate): string {
  if (state === 'draft') return 'À transmettre';
  if (referredOn === null || !isOpen({ state })) return '';
  const days = Math.max(0, daysBetween(referredOn, today));
  return days === 0 ? 'aujourd’hui' : `depuis ${counted(days, 'jour', 'jours')}`;
}

function emptyWords({ tab }: WorklistSearch, isFiltered: boolean, hasRows: boolean) {
  if (hasRows) {
    return { title: 'Cette page est vide', text: 'Revenez à la première page de la liste.' };
  }
  if (isFiltered) {
    return {
      title: 'Aucune orientation ne correspond',
      text: 'Vérifiez l’orthographe du nom ou retirez un filtre.',
      isSearch: true,
    };
  }
  return EMPTY[tab];
}

const EMPTY: Readonly<Record<WorklistTab, { title: string; text: string }>> = {
  'a-traiter': {
    title: 'Rien à traiter',
    text: 'Les brouillons et les orientations restées sans réponse passé le délai apparaîtront ici.',
  },
  'a-representer': {
    title: 'Personne à représenter',
    text: 'Les jeunes qui peuvent être représentés reviendront ici le jour venu.',
  },
  'en-cours': {
    title: 'Aucune réponse attendue',
    text: 'Les orientations transmises qui attendent une réponse apparaîtront ici.',
  },
  terminees: {
    title: 'Aucune orientation terminée',
    text: 'Les orientations décidées, retirées ou sans réponse apparaîtront ici.',
  },
  toutes: {
    title: 'Aucune orientation',
    text: 'Les jeunes que votre mission locale oriente apparaîtront ici.',
  },
};
