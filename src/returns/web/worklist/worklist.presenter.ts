import { daysBetween, type LocalDate } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { counted, shortDate } from '../../../platform/french/index.js';
import type { Tab, Tone } from '../../../platform/pages/index.js';
import type { ReturnCause, ReturnState } from '../../domain/return-episode.js';
import type { ReturnSection } from '../../domain/return-views.rules.js';
import type { ReturnView } from '../../http/return.view.js';
import { RETURNS_PER_PAGE } from '../../use-cases/consult-returns.js';
import { CAUSE_WORDS, ESCALATION_WORDS, NO_CAUSE, STATE_WORDS } from '../return-words.js';
import { transferMarks } from '../file/transfer.presenter.js';
import {
  hrefOf,
  RETURN_TABS,
  RETURNS_PATH,
  TRANSFERS_PATH,
  type ReturnSearch,
  type ReturnTab,
} from './worklist-search.js';

/** What the worklist is made from. */
export interface WorklistContent {
  readonly search: ReturnSearch;
  readonly rows: readonly ReturnView[];
  readonly counts: Readonly<Record<ReturnSection, number>>;
  readonly today: LocalDate;
  /** Returns in which the reader has something to read: for a unit. */
  readonly unread: ReadonlySet<string>;
  readonly isOfUnit: boolean;
  /** Proposals of others, and one's own, that wait for an answer. */
  readonly transfers: number;
}

/** A return of the list, in words. */
export interface WorklistRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  /** What to know before anything else: a minor, something new. */
  readonly marks: readonly { readonly label: string; readonly tone: Tone }[];
  readonly other: string;
  readonly cause: string;
  readonly endsOn: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly step: string;
  readonly due: string;
}

/** The worklist, in words. */
export interface WorklistPresented {
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly rows: readonly WorklistRow[];
  readonly total: string;
  readonly pages: number;
  readonly empty: { readonly title: string; readonly text: string };
}

const TABS = Object.keys(RETURN_TABS) as ReturnTab[];
const OF_UNITS: readonly ReturnTab[] = ['nouveaux', 'a-rattacher'];

/** Every word and decision of the worklist. */
export function presentWorklist(content: WorklistContent): WorklistPresented {
  const { search, rows, counts, isOfUnit } = content;
  const { label, view } = RETURN_TABS[search.tab];
  const total = counts[view];
  const pages = Math.max(1, Math.ceil(total / RETURNS_PER_PAGE));
  const where = pages > 1 ? ` – page ${search.page} sur ${pages}` : '';
  return {
    title: `Retours – ${label}${where}`,
    tabs: [
      ...TABS.filter((tab) => isOfUnit || !OF_UNITS.includes(tab)).map((tab) => ({
        href: hrefOf(tab),
        label: RETURN_TABS[tab].label,
        isCurrent: tab === search.tab,
        count: counts[RETURN_TABS[tab].view],
      })),
      transfersTab(content),
    ],
    rows: rows.map((row) => presentRow(row, content)),
    total: counted(total, 'retour', 'retours'),
    pages,
    empty:
      total > 0
        ? { title: 'Cette page est vide', text: 'Revenez à la première page de la liste.' }
        : EMPTY[search.tab],
  };
}

/** What is proposed has a page of its own: of those of others, only what it takes to decide is shown. */
function transfersTab({ transfers }: WorklistContent) {
  const tab = { href: TRANSFERS_PATH, label: 'Transferts proposés', isCurrent: false };
  return { ...tab, count: transfers };
}

function presentRow(row: ReturnView, { today, unread, isOfUnit }: WorklistContent): WorklistRow {
  const other = isOfUnit ? (row.missionLocale?.name ?? 'À rattacher') : row.unit.name;
  return {
    id: row.id,
    href: `${RETURNS_PATH}/${row.id}`,
    name: listedName(row.youngPerson),
    marks: [
      ...(row.isMinor ? [{ label: 'Mineur', tone: 'error' as const }] : []),
      ...transferMarks(row),
      ...(unread.has(row.id) ? [{ label: 'Nouveau', tone: 'new' as const }] : []),
    ],
    other,
    cause: row.cause === null ? NO_CAUSE : CAUSE_WORDS[row.cause as ReturnCause],
    endsOn: shortDate(row.endsOn as LocalDate),
    state: STATE_WORDS[row.state as ReturnState],
    step: row.next?.label ?? '',
    due: row.next ? dueWords(row, today) : '',
  };
}

function dueWords({ next, escalation }: ReturnView, today: LocalDate): string {
  if (!next) return '';
  const dueOn = next.dueOn as LocalDate;
  const before = `avant le ${shortDate(dueOn)}`;
  if (!next.isLate) return before;
  const late = `en retard de ${counted(daysBetween(dueOn, today), 'jour', 'jours')}`;
  const climbed = ESCALATION_WORDS[escalation as keyof typeof ESCALATION_WORDS];
  return [late, climbed].filter(Boolean).join(' – ');
}

const EMPTY: Readonly<Record<ReturnTab, { title: string; text: string }>> = {
  'a-accuser': {
    title: 'Aucun retour à prendre en charge',
    text: 'Les abandons et les sorties sans solution que les unités déclarent apparaîtront ici.',
  },
  'en-cours': {
    title: 'Aucun retour en cours',
    text: 'Les retours pris en charge et pas encore clos apparaîtront ici.',
  },
  'en-retard': {
    title: 'Aucun retour en retard',
    text: 'Les retours dont la date est passée apparaîtront ici.',
  },
  'a-preparer': {
    title: 'Aucun retour à préparer',
    text: 'Les jeunes dont le service se termine dans les 30 jours apparaîtront ici.',
  },
  nouveaux: {
    title: 'Rien de nouveau',
    text: 'Les retours dans lesquels la mission locale a fait quelque chose apparaîtront ici.',
  },
  'a-rattacher': {
    title: 'Aucun retour à rattacher',
    text: 'Les jeunes dont la mission locale n’est pas connue apparaîtront ici.',
  },
  clos: {
    title: 'Aucun retour clos',
    text: 'Les retours auxquels la mission locale a répondu apparaîtront ici.',
  },
};
