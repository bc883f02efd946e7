import { counted } from '../../../platform/french/index.js';
import { buttonClass, Page, Worklist, type Column } from '../../../platform/pages/index.js';
import type { SessionView } from '../../http/session.view.js';
import { SESSIONS_PER_PAGE } from '../../use-cases/consult-sessions.js';
import type { SessionView as View } from '../../use-cases/ports.js';
import { PLAN_PATH, presenceWords, seatWords, sessionPath, whenWords } from '../session-words.js';
import { hrefOf, SESSION_TABS, type SessionSearch, type SessionTab } from './session-search.js';

interface ListProps {
  readonly search: SessionSearch;
  readonly rows: readonly SessionView[];
  readonly counts: Readonly<Record<View, number>>;
  readonly isOfUnit: boolean;
}

const TABS = Object.keys(SESSION_TABS) as SessionTab[];

/** The list of sessions. Nobody is named on it. */
export function listPage({ search, rows, counts, isOfUnit }: ListProps): Page {
  const { label, view } = SESSION_TABS[search.tab];
  const total = counts[view];
  const pages = Math.max(1, Math.ceil(total / SESSIONS_PER_PAGE));
  const where = pages > 1 ? ` – page ${search.page} sur ${pages}` : '';
  const content = (
    <Worklist
      title="Séances d’information"
      action={
        isOfUnit ? undefined : (
          <a class={buttonClass()} href={PLAN_PATH}>
            Planifier une séance
          </a>
        )
      }
      tabs={TABS.map((tab) => ({
        href: hrefOf(tab),
        label: SESSION_TABS[tab].label,
        isCurrent: tab === search.tab,
        count: counts[SESSION_TABS[tab].view],
      }))}
      total={counted(total, 'séance', 'séances')}
      id="seances"
      caption={`Séances d’information, ${label}`}
      columns={columnsOf(isOfUnit, search.tab)}
      rows={rows}
      empty={total > 0 ? EMPTY_PAGE : (isOfUnit ? EMPTY_OF_UNIT : EMPTY)[search.tab]}
      page={search.page}
      pages={pages}
      hrefOf={(page) => hrefOf(search.tab, page)}
    />
  );
  return new Page(`Séances d’information – ${label}${where}`, content);
}

function columnsOf(isOfUnit: boolean, tab: SessionTab): Column<SessionView>[] {
  const columns: Column<SessionView>[] = [
    {
      key: 'seance',
      label: 'Séance',
      cell: (view) => <a href={sessionPath(view.id)}>{whenWords(view)}</a>,
    },
    {
      key: 'organisme',
      label: isOfUnit ? 'Mission locale' : 'Unité invitée',
      cell: (view) => (isOfUnit ? view.missionLocale.name : view.unit.name),
    },
    { key: 'lieu', label: 'Lieu', cell: ({ place }) => place },
    { key: 'presence', label: 'Présence de l’unité', cell: presenceWords },
    { key: 'inscrits', label: 'Inscrits', cell: seatWords },
  ];
  // Nobody came yet to what is to come, and nobody to what was cancelled.
  if (tab !== 'passees') return columns;
  return [
    ...columns,
    { key: 'venus', label: 'Venus', cell: ({ attended }) => String(attended), isNumber: true },
  ];
}

type Empty = Readonly<Record<SessionTab, { title: string; text: string }>>;

const EMPTY_PAGE = {
  title: 'Cette page est vide',
  text: 'Revenez à la première page de la liste.',
};
const NO_CANCELLED = {
  title: 'Aucune séance annulée',
  text: 'Les séances annulées apparaîtront ici, avec leur motif.',
};
const EMPTY: Empty = {
  'a-venir': {
    title: 'Aucune séance à venir',
    text: 'Planifiez une séance : l’unité que vous invitez dira si elle vient.',
  },
  passees: {
    title: 'Aucune séance passée',
    text: 'Les séances apparaîtront ici dès leur heure, pour dire qui est venu.',
  },
  annulees: NO_CANCELLED,
};
const EMPTY_OF_UNIT: Empty = {
  'a-venir': {
    title: 'Aucune séance à venir',
    text: 'Les séances auxquelles une mission locale vous invite apparaîtront ici.',
  },
  passees: {
    title: 'Aucune séance passée',
    text: 'Les séances passées apparaîtront ici, avec le nombre de jeunes venus.',
  },
  annulees: NO_CANCELLED,
};
