import { isCodeOf } from '../../../kernel/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import type { CandidacyState } from '../../domain/candidacy.js';
import { ORIGINS, type Origin } from '../../domain/code-lists.js';
import { UNIT_VIEWS } from '../../domain/unit-worklist.rules.js';
import type { Reminder } from '../../use-cases/unit-silences.js';

export const WORKLIST_PATH = '/candidatures';

/** The views of the worklist: what is to be done next, then what is over. */
export const WORKLIST_TABS = {
  'a-evaluer': { label: 'À évaluer', states: UNIT_VIEWS['to-evaluate'] },
  'a-convoquer': { label: 'À convoquer', states: UNIT_VIEWS['to-convoke'] },
  resultat: { label: 'Résultat à saisir', states: UNIT_VIEWS['to-decide'] },
  terminees: { label: 'Terminées', states: UNIT_VIEWS.over },
  toutes: { label: 'Toutes', states: UNIT_VIEWS.all },
} as const satisfies Record<string, { label: string; states: readonly CandidacyState[] }>;
export type WorklistTab = keyof typeof WORKLIST_TABS;

/** The files of which the unit is reminded, by their word in the address. */
export const REMINDERS = {
  relancees: { label: 'Relancées', reminder: 'reminded' },
  signalees: { label: 'Signalées au responsable', reminder: 'manager' },
} as const satisfies Record<string, { label: string; reminder: Reminder }>;
export type ReminderWord = keyof typeof REMINDERS;

const SORTS = ['attente', '-attente', 'nom', '-nom'] as const;
export type WorklistSort = (typeof SORTS)[number];

/** What the address of the worklist says. */
export interface WorklistSearch {
  readonly tab: WorklistTab;
  /** As typed: a name, a file number or a reference. */
  readonly text: string;
  /** Code of a mission locale. */
  readonly missionLocale: string;
  readonly origin: Origin | null;
  readonly reminder: ReminderWord | null;
  readonly sort: WorklistSort;
  readonly page: number;
}

const LONGEST_TEXT = 100;
const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readSearch(query: unknown): WorklistSearch {
  const values = new FormValues(query);
  const origin = values.text('origine');
  const reminder = values.text('attente');
  const tab = values.text('onglet');
  const page = Number(values.text('page'));
  return {
    tab: isTab(tab) ? tab : 'a-evaluer',
    text: values.text('recherche').slice(0, LONGEST_TEXT),
    missionLocale: values.text('mission-locale').slice(0, LONGEST_TEXT),
    origin: isCodeOf(ORIGINS, origin) ? origin : null,
    reminder: isReminder(reminder) ? reminder : null,
    sort: SORTS.find((sort) => sort === values.text('tri')) ?? 'attente',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a search, with something changed; a change starts again at the first page. */
export function hrefOf(search: WorklistSearch, change: Partial<WorklistSearch> = {}): string {
  const { tab, text, missionLocale, origin, reminder, sort, page } = {
    ...search,
    page: 1,
    ...change,
  };
  const parts = new URLSearchParams({
    ...(tab === 'a-evaluer' ? {} : { onglet: tab }),
    ...(text === '' ? {} : { recherche: text }),
    ...(missionLocale === '' ? {} : { 'mission-locale': missionLocale }),
    ...(origin === null ? {} : { origine: origin }),
    ...(reminder === null ? {} : { attente: reminder }),
    ...(sort === 'attente' ? {} : { tri: sort }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? WORKLIST_PATH : `${WORKLIST_PATH}?${parts}`;
}

function isReminder(text: string): text is ReminderWord {
  return Object.hasOwn(REMINDERS, text);
}

function isTab(text: string): text is WorklistTab {
  return Object.hasOwn(WORKLIST_TABS, text);
}
