import type { LocalDate, Role } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { counted, frenchNumber, shortDate, typeset } from '../../../platform/french/index.js';
import type { Fact, Tab } from '../../../platform/pages/index.js';
import { NO_REPLY, UNKNOWN_SITUATION, type Milestone } from '../../domain/code-lists.js';
import type { FollowUpState } from '../../domain/milestone.rules.js';
import type { ResponseRate } from '../../domain/response-rate.rules.js';
import type { FollowUpView } from '../../http/follow-up.view.js';
import { FOLLOW_UPS_PER_PAGE } from '../../use-cases/consult-follow-ups.js';
import {
  ADVISERS,
  answerPath,
  answerWords,
  MILESTONE_WORDS,
  situationWords,
  sourceWords,
} from '../follow-up-words.js';
import {
  FOLLOW_UP_TABS,
  hrefOf,
  type FollowUpSearch,
  type FollowUpTab,
} from './worklist-search.js';

/** What the worklist is made from. */
export interface WorklistContent {
  readonly search: FollowUpSearch;
  readonly role: Role;
  readonly rows: readonly { readonly view: FollowUpView; readonly version: number }[];
  readonly counts: Readonly<Record<FollowUpState, number>>;
  readonly rates: readonly ResponseRate[];
}

/** An answer given at once, by a button of the list. */
export interface QuickAnswer {
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A milestone of the list, in words. */
export interface WorklistRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly other: string;
  readonly milestone: string;
  readonly exitedOn: string;
  readonly closes: string;
  readonly answer: { readonly text: string; readonly under: string };
  /** What the reader may answer at once, and where they say something else; null for a unit. */
  readonly act: {
    readonly action: string;
    readonly quick: readonly QuickAnswer[];
    readonly word: string;
  } | null;
}

/** The worklist, in words. */
export interface WorklistPresented {
  readonly title: string;
  readonly isOfUnit: boolean;
  readonly tabs: readonly Tab[];
  /** For those who look at the whole; null for an adviser. */
  readonly rates: readonly Fact[] | null;
  readonly rows: readonly WorklistRow[];
  readonly total: string;
  readonly pages: number;
  readonly empty: { readonly title: string; readonly text: string };
}

const TABS = Object.keys(FOLLOW_UP_TABS) as FollowUpTab[];

/** Every word and decision of the worklist. */
export function presentWorklist(content: WorklistContent): WorklistPresented {
  const { search, role, rows, counts, rates } = content;
  const { label, state } = FOLLOW_UP_TABS[search.tab];
  const total = counts[state];
  const pages = Math.max(1, Math.ceil(total / FOLLOW_UPS_PER_PAGE));
  const where = pages > 1 ? ` – page ${search.page} sur ${pages}` : '';
  const isOfUnit = !ADVISERS.roles.some((adviser) => adviser === role);
  return {
    title: `Devenirs – ${label}${where}`,
    isOfUnit,
    tabs: TABS.map((tab) => ({
      href: hrefOf(tab),
      label: FOLLOW_UP_TABS[tab].label,
      isCurrent: tab === search.tab,
      count: counts[FOLLOW_UP_TABS[tab].state],
    })),
    rates: role === 'ml-adviser' ? null : rates.map(rateFact),
    rows: rows.map(({ view, version }) => presentRow(view, version, isOfUnit)),
    total: counted(total, 'devenir', 'devenirs'),
    pages,
    empty:
      total > 0
        ? { title: 'Cette page est vide', text: 'Revenez à la première page de la liste.' }
        : EMPTY[search.tab],
  };
}

function rateFact({ milestone, known, asked, percent }: ResponseRate): Fact {
  const label = `À ${MILESTONE_WORDS[milestone]}`;
  if (percent === null) return { label, value: 'Aucun jeune à ce jalon' };
  const [answers, people] = [
    counted(known, 'réponse', 'réponses'),
    counted(asked, 'jeune', 'jeunes'),
  ];
  return { label, value: typeset(`${frenchNumber(percent)} % – ${answers} sur ${people}`) };
}

function presentRow(view: FollowUpView, version: number, isOfUnit: boolean): WorklistRow {
  const { volunteerId, milestone, state, answer } = view;
  const isAsked = view.availableCommands.includes('answer');
  return {
    id: `${volunteerId}-${milestone}`,
    href: `/volontaires/${volunteerId}`,
    name: listedName(view.youngPerson),
    other: isOfUnit ? view.missionLocale.name : view.unit.name,
    milestone: MILESTONE_WORDS[milestone as Milestone],
    exitedOn: shortDate(view.exitedOn as LocalDate),
    closes: shortDate(view.closesOn as LocalDate),
    answer: answer
      ? { text: answerWords(answer), under: sourceWords(answer) }
      : { text: state === 'closed' ? 'Resté sans réponse' : 'Attendu', under: '' },
    act: isAsked
      ? {
          action: answerPath(view),
          quick: state === 'open' ? quickAnswers(view, version) : [],
          word: state === 'open' ? 'Autre réponse' : 'Corriger',
        }
      : null,
  };
}

/** The likely answers: nothing changed since the exit, or nobody could be reached. */
function quickAnswers({ exitSituation }: FollowUpView, version: number): QuickAnswer[] {
  const common = { version: String(version) };
  const same =
    exitSituation === null || exitSituation === UNKNOWN_SITUATION
      ? []
      : [
          {
            label: typeset(`Toujours : ${situationWords(exitSituation)}`),
            values: { ...common, situation: exitSituation, source: 'DECLARATIF' },
          },
        ];
  const none = { ...common, situation: UNKNOWN_SITUATION, source: NO_REPLY };
  return [...same, { label: 'Pas de réponse', values: none }];
}

const EMPTY: Readonly<Record<FollowUpTab, { title: string; text: string }>> = {
  'a-renseigner': {
    title: 'Aucun devenir à renseigner',
    text: 'Les jeunes sortis d’une unité apparaîtront ici 45 jours avant leurs 3, 6 et 12 mois de sortie.',
  },
  renseignes: {
    title: 'Aucun devenir renseigné',
    text: 'Les situations constatées à 3, 6 et 12 mois apparaîtront ici.',
  },
  'fenetres-closes': {
    title: 'Aucune fenêtre close sans réponse',
    text: 'Les jalons restés sans réponse 45 jours après leur date apparaîtront ici.',
  },
};
