import { labelOf, type LocalDate } from '../../../kernel/index.js';
import { recordedBy } from '../../../accounts/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import { listedName } from '../../../people/index.js';
import {
  type Fact,
  type FileAction,
  type TimelineEntry,
  type Tone,
} from '../../../platform/pages/index.js';
import {
  DIPLOMA_LEVELS,
  PREREQUISITES,
  replacedOutcomeWords,
  VOLUNTEER_TYPES,
} from '../../../referrals/index.js';
import type { CandidacyState } from '../../domain/candidacy.js';
import { ASSESSED_LEVELS, ORIGINS, outcomeLabel } from '../../domain/code-lists.js';
import { proposedCommands } from '../../domain/unit-worklist.rules.js';
import type { CandidacyView } from '../../http/candidacy.view.js';
import { DATED_ACTS, PATH_OF_COMMAND } from '../act/acts.js';
import { STATE_WORDS } from '../candidacy-words.js';
import type { CandidacyFile, NamedEvent } from './candidacy-files.js';

/** A file, in words. */
export interface FilePresented {
  readonly name: string;
  readonly over: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly toDo: string;
  readonly actions: readonly FileAction[];
  readonly outcome: readonly Fact[] | null;
  readonly facts: readonly Fact[];
  readonly person: readonly Fact[];
  readonly history: readonly TimelineEntry[];
}

const TO_DO: Readonly<Record<CandidacyState, string>> = {
  received: 'Étudiez le dossier, ou convoquez le jeune.',
  'in-evaluation': 'Convoquez le jeune, ou rendez votre décision sur dossier.',
  convoked: 'Saisissez le résultat après la convocation.',
  decided: 'La décision est rendue. Une décision plus récente peut la compléter.',
  closed: 'Cette candidature est close : rien n’est attendu.',
};
/** Every word and decision of the page of a file. */
export function presentFile(file: CandidacyFile): FilePresented {
  const { view, events, timeZone } = file;
  const state = view.state as CandidacyState;
  const actions = actionsOf(view);
  return {
    name: listedName(view.youngPerson),
    over: [view.unitFileNumber, view.reference].filter(Boolean).join(' – ') || 'Sans numéro',
    state: STATE_WORDS[state],
    toDo:
      actions.length > 0
        ? toDoNow(state, view.acknowledgedOn)
        : 'Vous consultez ce dossier : aucune action ne vous revient.',
    actions,
    outcome: view.outcome && outcomeFacts(view.outcome),
    facts: fileFacts(file),
    person: file.person,
    history: events.map((event, at) => entryOf(event, timeZone, movedFrom(events, at))).reverse(),
  };
}

function toDoNow(state: CandidacyState, acknowledgedOn: string | null): string {
  return state === 'received' && acknowledgedOn === null
    ? 'Accusez réception, puis étudiez le dossier.'
    : TO_DO[state];
}

/** What happened last, for whoever acted on what is no longer. */
export function lastChange({ events, timeZone }: CandidacyFile): string {
  const last = events.at(-1);
  if (!last) return '';
  const { title, when, who } = entryOf(last, timeZone);
  return `${title} – ${who}, le ${when}.`;
}

function actionsOf({ id, availableCommands, acknowledgedOn, state }: CandidacyView): FileAction[] {
  const file = {
    state: state as CandidacyState,
    acknowledgedOn: acknowledgedOn as LocalDate | null,
  };
  return proposedCommands(file, availableCommands).map((command) => {
    const path = PATH_OF_COMMAND[command] ?? '';
    return {
      href: `/candidatures/${id}/${path}`,
      label: command === 'decide' ? outcomeButton(state) : (DATED_ACTS[path]?.button ?? command),
      isAtOnce: command === 'acknowledge' || command === 'evaluate',
    };
  });
}

function outcomeButton(state: string): string {
  return state === 'decided' ? 'Compléter le résultat' : 'Saisir le résultat';
}

function outcomeFacts(outcome: NonNullable<CandidacyView['outcome']>): Fact[] {
  return [
    { label: 'Résultat', value: typeset(outcomeLabel(outcome.code)) },
    { label: 'Décision du', value: day(outcome.decidedOn) },
    ...(outcome.reexaminationOn
      ? [{ label: 'Réexamen à partir du', value: day(outcome.reexaminationOn) }]
      : []),
    { label: 'Niveau évalué', value: labelOf(ASSESSED_LEVELS, outcome.assessedLevel) },
    ...(outcome.plannedIncorporationOn
      ? [{ label: 'Incorporation prévue', value: day(outcome.plannedIncorporationOn) }]
      : []),
    ...(outcome.contingent ? [{ label: 'Contingent', value: outcome.contingent }] : []),
  ];
}

function fileFacts({ view, contact, referral }: CandidacyFile): Fact[] {
  return [
    { label: 'Mission locale', value: view.missionLocale?.name },
    ...(contact.length > 0 ? [{ label: 'La joindre', value: contact.join(' – ') }] : []),
    { label: 'Origine', value: labelOf(ORIGINS, view.origin) },
    { label: 'Réception accusée', value: day(view.acknowledgedOn) },
    { label: 'Convocation', value: day(view.convokedOn) },
    ...(referral
      ? [
          { label: 'Orienté le', value: day(referral.referredOn) },
          { label: 'Volontariat visé', value: labelOf(VOLUNTEER_TYPES, referral.volunteerType) },
          { label: 'Niveau déclaré', value: labelOf(DIPLOMA_LEVELS, referral.diplomaLevel) },
          {
            label: 'Prérequis réunis',
            value: referral.prerequisites.map((code) => labelOf(PREREQUISITES, code)).join(', '),
          },
        ]
      : []),
  ];
}

const EVENT_TITLES: Readonly<Record<string, string>> = {
  open: 'Candidature reçue',
  acknowledge: 'Réception accusée',
  evaluate: 'Mise en évaluation',
  convoke: 'Convocation',
  decide: 'Résultat enregistré',
  reopen: 'Examen repris',
  close: 'Candidature close',
  restate: 'Dossier rétabli',
};

function entryOf(
  event: NamedEvent,
  timeZone: string,
  moved: LocalDate | null = null,
): TimelineEntry {
  const title = EVENT_TITLES[event.command] ?? event.command;
  return {
    title: event.isCorrection ? `${title} (correction)` : title,
    ...recordedBy(event, event.organisationName, timeZone),
    details: [
      ...dates(event.effectiveOn, moved),
      ...beforeAndAfter(event),
      ...(event.replacedOutcome ? replacedOutcomeWords(event.replacedOutcome, outcomeLabel) : []),
    ],
  };
}

/** The day that the same act stood at before, where it was said again of another day: a moved convocation. */
function movedFrom(events: readonly NamedEvent[], at: number): LocalDate | null {
  const event = events[at];
  if (!event || event.from !== event.to) return null;
  const before = events.slice(0, at).findLast(({ command }) => command === event.command);
  return before && before.effectiveOn !== event.effectiveOn ? before.effectiveOn : null;
}

function dates(on: LocalDate, moved: LocalDate | null): [string, string][] {
  if (moved === null) return [['En date du', longDate(on)]];
  return [
    ['Date avant', longDate(moved)],
    ['Date après', longDate(on)],
  ];
}

/** What was said before and what is said since, where the past itself changed. */
function beforeAndAfter({ command, isCorrection, from, to }: NamedEvent): [string, string][] {
  const isOfThePast = isCorrection || command === 'restate' || command === 'reopen';
  if (!isOfThePast || from === null || from === to) return [];
  return [
    ['Avant', STATE_WORDS[from].label],
    ['Après', STATE_WORDS[to].label],
  ];
}

function day(date: string | null): string | null {
  return date === null ? null : longDate(date as LocalDate);
}
