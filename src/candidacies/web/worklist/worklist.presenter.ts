import { daysBetween, labelOf, type LocalDate } from '../../../kernel/index.js';
import { counted, shortDate } from '../../../platform/french/index.js';
import { listedName } from '../../../people/index.js';
import type { ActiveFilter, Choice, EmptyWords, Tab, Tone } from '../../../platform/pages/index.js';
import type { CandidacyView } from '../../http/candidacy.view.js';
import type { CandidacyState } from '../../domain/candidacy.js';
import { ORIGINS, outcomeLabel } from '../../domain/code-lists.js';
import { WORKLIST_PAGE_SIZE } from '../../use-cases/consult-unit-worklist.js';
import { STATE_WORDS } from '../candidacy-words.js';
import {
  hrefOf,
  REMINDERS,
  WORKLIST_TABS,
  type WorklistSearch,
  type WorklistTab,
} from './worklist-search.js';

/** What the worklist is made from. */
export interface WorklistContent {
  readonly search: WorklistSearch;
  readonly rows: readonly CandidacyView[];
  readonly counts: ReadonlyMap<CandidacyState, number>;
  readonly missionLocales: readonly Choice[];
  readonly today: LocalDate;
}

/** A file of the list, in words. */
export interface WorklistRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly birthDate: string;
  readonly from: string;
  readonly number: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly since: string;
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
  readonly empty: EmptyWords;
}

/** Every word and decision of the worklist. */
export function presentWorklist(content: WorklistContent): WorklistPresented {
  const { search, rows, counts, today } = content;
  const total = totalOf(search.tab, counts);
  const pages = Math.max(1, Math.ceil(total / WORKLIST_PAGE_SIZE));
  const active = activeFilters(content);
  const { label } = WORKLIST_TABS[search.tab];
  const where = pages > 1 ? ` – page ${search.page} sur ${pages}` : '';
  return {
    title: `Candidatures – ${label}${where}`,
    tabs: tabsOf(search, counts),
    rows: rows.map((row) => presentRow(row, today)),
    total: counted(total, 'candidature', 'candidatures'),
    pages,
    active,
    clearHref: hrefOf(search, { text: '', missionLocale: '', origin: null, reminder: null }),
    empty: emptyWords(search, active.length > 0, total > 0),
  };
}

function tabsOf(search: WorklistSearch, counts: ReadonlyMap<CandidacyState, number>): Tab[] {
  return (Object.keys(WORKLIST_TABS) as WorklistTab[]).map((tab) => ({
    href: hrefOf(search, { tab }),
    label: WORKLIST_TABS[tab].label,
    isCurrent: tab === search.tab,
    count: totalOf(tab, counts),
  }));
}

function totalOf(tab: WorklistTab, counts: ReadonlyMap<CandidacyState, number>): number {
  return WORKLIST_TABS[tab].states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
}

function activeFilters({ search, missionLocales }: WorklistContent): ActiveFilter[] {
  const { text, missionLocale, origin, reminder } = search;
  const named = missionLocales.find(({ value }) => value === missionLocale)?.label;
  return [
    ...(text === '' ? [] : [{ label: `« ${text} »`, href: hrefOf(search, { text: '' }) }]),
    ...(missionLocale === ''
      ? []
      : [{ label: named ?? missionLocale, href: hrefOf(search, { missionLocale: '' }) }]),
    ...(origin === null
      ? []
      : [{ label: labelOf(ORIGINS, origin), href: hrefOf(search, { origin: null }) }]),
    ...(reminder === null
      ? []
      : [{ label: REMINDERS[reminder].label, href: hrefOf(search, { reminder: null }) }]),
  ];
}

function presentRow(row: CandidacyView, today: LocalDate): WorklistRow {
  const stateOn = row.stateOn as LocalDate;
  const days = Math.max(0, daysBetween(stateOn, today));
  return {
    id: row.id,
    href: `/candidatures/${row.id}`,
    name: listedName(row.youngPerson),
    birthDate: row.youngPerson ? birthDate(row.youngPerson.birthDate) : '',
    from: row.missionLocale?.name ?? labelOf(ORIGINS, row.origin),
    number: row.unitFileNumber ?? '',
    state: STATE_WORDS[row.state as CandidacyState],
    since: shortDate(stateOn),
    waited: days === 0 ? 'aujourd’hui' : `depuis ${counted(days, 'jour', 'jours')}`,
    outcome: row.outcome ? outcomeLabel(row.outcome.code) : '',
  };
}

/** A day unknown to civil status is written with zeros, and shown as it is written. */
function birthDate(text: string): string {
  return shortDate(text as LocalDate);
}

function emptyWords(search: WorklistSearch, isFiltered: boolean, hasRows: boolean) {
  if (hasRows) {
    return { title: 'Cette page est vide', text: 'Revenez à la première page de la liste.' };
  }
  if (isFiltered) {
    return {
      title: 'Aucune candidature ne correspond',
      text: 'Vérifiez l’orthographe du nom ou retirez un filtre.',
      isSearch: true,
    };
  }
  const isWork = search.tab !== 'toutes' && search.tab !== 'terminees';
  return isWork
    ? { title: 'Rien à faire ici', text: 'Les autres onglets montrent le reste du travail.' }
    : {
        title: 'Aucune candidature',
        text: 'Les jeunes que les missions locales vous orientent apparaîtront ici.',
      };
}
