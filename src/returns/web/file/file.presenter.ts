import { labelOf, type LocalDate } from '../../../kernel/index.js';
import { recordedBy } from '../../../accounts/index.js';
import { ASSESSED_LEVELS } from '../../../candidacies/index.js';
import { listedName } from '../../../people/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import {
  reasonInWords,
  type Fact,
  type FileAction,
  type TimelineEntry,
  type Tone,
} from '../../../platform/pages/index.js';
import { CERTIFICATIONS, EXIT_REASON_TREE, EXIT_SITUATIONS } from '../../../volunteers/index.js';
import { RETURN_ANSWERS } from '../../domain/code-lists.js';
import type { ReturnCause, ReturnState } from '../../domain/return-episode.js';
import type { ReturnView } from '../../http/return.view.js';
import { CAUSE_WORDS, ESCALATION_WORDS, NO_CAUSE, STATE_WORDS } from '../return-words.js';
import {
  presentTransfer,
  receivedFacts,
  transferMarks,
  TRANSFER_TITLES,
  type TransferPresented,
} from './transfer.presenter.js';
import { RETURNS_PATH } from '../worklist/worklist-search.js';
import type { NamedEvent, ReturnFile } from './return-files.js';

/** A return, in words. */
export interface FilePresented {
  readonly name: string;
  readonly over: string;
  readonly marks: readonly { readonly label: string; readonly tone: Tone }[];
  readonly toDo: { readonly title: string; readonly text: string; readonly isDue: boolean };
  readonly actions: readonly FileAction[];
  readonly answer: readonly Fact[] | null;
  readonly transfer: TransferPresented | null;
  readonly exit: readonly Fact[];
  readonly facts: readonly Fact[];
  readonly person: readonly Fact[];
  readonly history: readonly TimelineEntry[];
}

/** Every word and decision of the page of a return. */
export function presentFile(file: ReturnFile): FilePresented {
  const { view, events, timeZone } = file;
  const climbed = ESCALATION_WORDS[view.escalation as keyof typeof ESCALATION_WORDS];
  return {
    name: listedName(view.youngPerson),
    over: view.reference ?? view.unitFileNumber ?? 'Sans numéro',
    marks: [
      STATE_WORDS[view.state as ReturnState],
      ...(view.isMinor ? [{ label: 'Mineur', tone: 'error' as const }] : []),
      ...(view.next?.isLate ? [{ label: 'En retard', tone: 'error' as const }] : []),
      ...transferMarks(view),
      ...(climbed === '' ? [] : [{ label: climbed, tone: 'warning' as const }]),
    ],
    toDo: toDoOf(file),
    actions: actionsOf(view),
    answer: view.answer && answerFacts(view),
    transfer: presentTransfer({ ...view, isProposer: isOwn(file) }),
    exit: exitFacts(file),
    facts: [
      { label: 'Motif du retour', value: causeWords(view.cause) },
      { label: 'Unité', value: view.unit.name },
      { label: 'Mission locale', value: view.missionLocale?.name ?? 'À rattacher' },
      ...receivedFacts(view),
      { label: 'Dans cet état depuis le', value: day(view.stateOn) },
    ],
    person: file.person,
    history: events.map((event) => entryOf(event, timeZone)).reverse(),
  };
}

/** What happened last, for whoever acted on what is no longer. */
export function lastChange({ events, timeZone }: ReturnFile): string {
  const last = events.at(-1);
  if (!last) return '';
  const { title, when, who } = entryOf(last, timeZone);
  return `${title} – ${who}, le ${when}.`;
}

/** True for whoever is in charge: the mission locale, or the unit of somebody that none follows. */
function isOwn({ view, isOfUnit }: ReturnFile): boolean {
  return isOfUnit ? view.missionLocale === null : true;
}

function toDoOf(file: ReturnFile): FilePresented['toDo'] {
  const { view } = file;
  const { next, missionLocale } = view;
  if (!next) {
    return { title: 'Plus rien n’est attendu', text: OVER[view.state] ?? '', isDue: false };
  }
  const when = `Avant le ${longDate(next.dueOn as LocalDate)}. ${next.explanation}`;
  if (isOwn(file)) return { title: next.label, text: when, isDue: true };
  const whose = missionLocale?.name ?? '';
  return { title: `Attendu de ${whose}`, text: `${next.label}. ${when}`, isDue: false };
}

const OVER: Readonly<Record<string, string>> = {
  closed: 'La mission locale a répondu : ce retour est clos.',
  cancelled: 'Ce retour n’a plus de raison d’être.',
  transferred: 'Une autre mission locale suit désormais ce jeune.',
};

const PROPOSE = 'Proposer à une mission locale';

function actionsOf(view: ReturnView): FileAction[] {
  const { id, availableCommands } = view;
  const can = (command: string) => availableCommands.includes(command);
  const to = (path: string, label: string, isAtOnce: boolean): FileAction => ({
    href: `${RETURNS_PATH}/${id}/${path}`,
    label,
    isAtOnce,
  });
  return [
    ...(can('acknowledge') ? [to('prise-en-charge', 'Prendre en charge', true)] : []),
    ...(can('answer') ? [to('reponse', 'Enregistrer un contact ou une réponse', false)] : []),
    ...(can('propose-transfer')
      ? [to('transfert', view.missionLocale ? 'Proposer un transfert' : PROPOSE, false)]
      : []),
    ...(can('drop') ? [to('classement', 'Classer sans suite', true)] : []),
    ...(can('reopen') ? [to('reprise', 'Reprendre ce retour', true)] : []),
  ];
}

function answerFacts({ answer, attempts }: ReturnView): Fact[] {
  if (!answer) return [];
  return [
    { label: 'Réponse', value: typeset(labelOf(RETURN_ANSWERS, answer.code)) },
    { label: 'Jeune joint', value: answer.isReached ? 'Oui' : 'Non' },
    { label: 'Contact du', value: day(answer.contactedOn) },
    { label: 'Tentatives sans réponse', value: String(attempts) },
  ];
}

/** What the unit may tell the mission locale of an exit: a medical reason is never among it. */
function exitFacts(file: ReturnFile): Fact[] {
  const { exit, endsOn } = file.view;
  if (!exit) return [{ label: endWords(file), value: day(endsOn) }];
  return [
    { label: 'Sortie le', value: day(exit.exitedOn) },
    { label: 'Motif', value: reasonInWords(EXIT_REASON_TREE, exit.reason) },
    { label: 'Situation à la sortie', value: typeset(labelOf(EXIT_SITUATIONS, exit.situation)) },
    { label: 'Souhaite un accompagnement', value: exit.wantsSupport ? 'Oui' : 'Non' },
    {
      label: 'Certifications',
      value: exit.certifications.map((code) => labelOf(CERTIFICATIONS, code)).join(', '),
    },
    {
      label: 'Niveau évalué',
      value: exit.assessedLevel ? labelOf(ASSESSED_LEVELS, exit.assessedLevel) : null,
    },
  ];
}

/** What the day of the end is, while the unit tells of no exit. */
function endWords({ view: { state, cause }, events }: ReturnFile): string {
  const isToCome = state === 'prepared' || events.some(isGivenUp);
  if (isToCome || cause === 'planned-end') return 'Fin de service prévue le';
  return cause === 'absent'
    ? 'Absence à l’incorporation le'
    : 'Sortie retirée par l’unité, dite pour le';
}

/** A return that was only prepared and has no more reason to be: nobody left, on no day. */
function isGivenUp({ command, from }: NamedEvent): boolean {
  return command === 'cancel' && from === 'prepared';
}

const EVENT_TITLES: Readonly<Record<string, string>> = {
  prepare: 'Retour à préparer',
  open: 'Retour ouvert',
  correct: 'Sortie corrigée par l’unité',
  cancel: 'Retour annulé',
  acknowledge: 'Prise en charge',
  'record-attempt': 'Tentative de contact',
  answer: 'Réponse enregistrée',
  'declare-elsewhere': 'Jeune hors du territoire',
  escalate: 'Pas de prise en charge à temps',
  chase: 'Étape non faite à temps',
  reopen: 'Retour repris',
  drop: 'Classé sans suite',
  transfer: 'Transféré à une autre mission locale',
  ...TRANSFER_TITLES,
  restate: 'Retour remis à jour par un fichier',
};

function entryOf(event: NamedEvent, timeZone: string): TimelineEntry {
  return {
    title: EVENT_TITLES[event.command] ?? event.command,
    ...recordedBy(event, event.organisationName, timeZone),
    details: [['En date du', longDate(event.effectiveOn)], ...saidBy(event)],
  };
}

/** What an event says beyond its name: the answer of the one, the exit as the other tells it now. */
function saidBy(event: NamedEvent): [string, string][] {
  const { command, answer, contactedOn, cause, endsOn, to } = event;
  if (answer && contactedOn) {
    return [
      ['Réponse', labelOf(RETURN_ANSWERS, answer)],
      ['Contact du', longDate(contactedOn)],
    ];
  }
  const isOfUnit = ['prepare', 'open', 'correct', 'cancel'].includes(command);
  if (!isOfUnit) return [];
  return [
    ['Motif du retour', causeWords(cause)],
    [to === 'prepared' || isGivenUp(event) ? 'Fin prévue le' : 'Sortie le', longDate(endsOn)],
  ];
}

function causeWords(cause: string | null): string {
  return cause === null ? NO_CAUSE : CAUSE_WORDS[cause as ReturnCause];
}

function day(date: string): string {
  return longDate(date as LocalDate);
}
