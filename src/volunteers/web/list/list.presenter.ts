import { daysBetween, labelOf, type LocalDate, type Month } from '../../../kernel/index.js';
import { ORIGINS } from '../../../candidacies/index.js';
import { counted, longMonth, shortDate } from '../../../platform/french/index.js';
import { listedName } from '../../../people/index.js';
import type { ActiveFilter, EmptyWords, Tab, Tone } from '../../../platform/pages/index.js';
import type { VolunteerState } from '../../domain/volunteer.js';
import type { VolunteerView } from '../../http/volunteer.view.js';
import { SERVICE_PAGE_SIZE } from '../../use-cases/consult-service-list.js';
import type { AwaitedIncorporation, ServiceCounts } from '../../use-cases/ports.js';
import { STATE_WORDS, VOLUNTEERS_PATH } from '../volunteer-words.js';
import { hrefOf, SERVICE_TABS, tabsFor, type ListSearch, type ServiceTab } from './list-search.js';

/** A selected candidate with the name that the list shows. */
export interface AwaitedNamed extends AwaitedIncorporation {
  readonly name: string;
  readonly missionLocaleName: string | null;
}

/** What the list is made from. */
export interface ListContent {
  readonly search: ListSearch;
  readonly services: readonly VolunteerView[];
  readonly awaited: readonly AwaitedNamed[];
  readonly counts: ServiceCounts;
  readonly awaitedTotal: number;
  readonly isUnit: boolean;
  readonly today: LocalDate;
}

/** A line of the list, in words. */
export interface ServiceRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly number: string;
  readonly partner: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly begun: string;
  readonly ends: string;
  readonly left: string;
  /** The last month that the unit spoke of. */
  readonly presence: string;
}

/** The list, in words. */
export interface ListPresented {
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly rows: readonly ServiceRow[];
  readonly total: string;
  readonly pages: number;
  readonly active: readonly ActiveFilter[];
  readonly clearHref: string;
  readonly empty: EmptyWords;
}

/** Every word and decision of the list of services. */
export function presentList(content: ListContent): ListPresented {
  const { search } = content;
  const total = totalOf(search.tab, content);
  const pages = Math.max(1, Math.ceil(total / SERVICE_PAGE_SIZE));
  const where = pages > 1 ? ` – page ${search.page} sur ${pages}` : '';
  const { text } = search;
  return {
    title: `Volontaires – ${SERVICE_TABS[search.tab].label}${where}`,
    tabs: tabsOf(content),
    rows:
      search.tab === 'a-incorporer'
        ? content.awaited.map((one) => awaitedRow(one, content.today))
        : content.services.map((one) => serviceRow(one, content)),
    total: counted(total, 'jeune', 'jeunes'),
    pages,
    active: text === '' ? [] : [{ label: `« ${text} »`, href: hrefOf(search, { text: '' }) }],
    clearHref: hrefOf(search, { text: '' }),
    empty: emptyWords(search, total > 0),
  };
}

function tabsOf(content: ListContent): Tab[] {
  return tabsFor(content.isUnit).map((tab) => ({
    href: hrefOf(content.search, { tab }),
    label: SERVICE_TABS[tab].label,
    isCurrent: tab === content.search.tab,
    count: totalOf(tab, content),
  }));
}

function totalOf(tab: ServiceTab, { counts, awaitedTotal }: ListContent): number {
  const { view } = SERVICE_TABS[tab];
  if (view === 'awaited') return awaitedTotal;
  return typeof view === 'string' ? counts[view] : inStates(counts, view);
}

/** How many services are in some states. */
export function inStates({ byState }: ServiceCounts, states: readonly VolunteerState[]): number {
  return states.reduce((sum, state) => sum + (byState.get(state) ?? 0), 0);
}

function serviceRow(view: VolunteerView, { isUnit, today }: ListContent): ServiceRow {
  const { exit, plannedEndOn } = view;
  const ends = (exit?.exitedOn ?? plannedEndOn) as LocalDate | null;
  return {
    id: view.id,
    href: `${VOLUNTEERS_PATH}/${view.id}`,
    name: listedName(view.youngPerson),
    number: view.unitFileNumber ?? '',
    partner: isUnit ? (view.missionLocale?.name ?? labelOf(ORIGINS, view.origin)) : view.unit.name,
    state: STATE_WORDS[view.state as VolunteerState],
    begun: day(view.incorporatedOn),
    ends: day(ends),
    left: view.state === 'in-service' && ends ? timeLeft(ends, today, exit !== null) : '',
    presence: view.presence === null ? 'aucun' : longMonth(view.presence.month as Month),
  };
}

function awaitedRow(one: AwaitedNamed, today: LocalDate): ServiceRow {
  const planned = one.plannedIncorporationOn;
  const isLate = planned !== null && planned < today;
  return {
    id: one.candidacyId,
    href: `${VOLUNTEERS_PATH}/nouveau/${one.candidacyId}`,
    name: one.name,
    number: one.unitFileNumber ?? '',
    partner: one.missionLocaleName ?? labelOf(ORIGINS, one.origin),
    state: isLate
      ? { label: 'Incorporation à confirmer', tone: 'warning' }
      : { label: 'Retenu', tone: 'info' },
    begun: day(planned),
    ends: '',
    left: '',
    presence: '',
  };
}

function timeLeft(ends: LocalDate, today: LocalDate, isAnnounced: boolean): string {
  const days = daysBetween(today, ends);
  if (days < 0) return 'date dépassée';
  const when = days === 0 ? 'aujourd’hui' : `dans ${counted(days, 'jour', 'jours')}`;
  return isAnnounced ? `sortie annoncée ${when}` : when;
}

const NOTHING_TO_DO: readonly ServiceTab[] = [
  'a-incorporer',
  'presence-a-dire',
  'fin-proche',
  'a-reprendre',
];

function emptyWords({ tab, text }: ListSearch, hasRows: boolean) {
  if (hasRows) {
    return { title: 'Cette page est vide', text: 'Revenez à la première page de la liste.' };
  }
  if (text !== '') {
    return {
      title: 'Aucun volontaire ne correspond',
      text: 'Vérifiez l’orthographe du nom.',
      isSearch: true,
    };
  }
  return NOTHING_TO_DO.includes(tab)
    ? { title: 'Rien à faire ici', text: 'Les autres onglets montrent le reste.' }
    : {
        title: 'Aucun volontaire',
        text: 'Les jeunes incorporés apparaîtront ici dès que l’unité l’aura enregistré.',
      };
}

function day(date: string | null): string {
  return date === null ? '' : shortDate(date as LocalDate);
}
