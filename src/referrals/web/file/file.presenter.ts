import { recordedBy, ROLE_LABELS } from '../../../accounts/index.js';
import {
  daysBetween,
  isRole,
  labelOf,
  type Instant,
  type LocalDate,
} from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { counted, longDate, typeset } from '../../../platform/french/index.js';
import {
  CHANNEL_WORDS,
  type Fact,
  type TimelineEntry,
  type Tone,
} from '../../../platform/pages/index.js';
import {
  DIPLOMA_LEVELS,
  PREREQUISITES,
  SUPPORT_SCHEMES,
  VOLUNTEER_TYPES,
} from '../../domain/code-lists.js';
import type { ChecklistLine } from '../../domain/prerequisite-list.js';
import { isOpen, type ReferralState } from '../../domain/referral.js';
import type { HistoryEntryView, ReferralView } from '../../http/referral.view.js';
import { OWNER_ACT_PATHS } from '../act/acts.js';
import { personPath } from '../people/people-search.js';
import { STATE_WORDS } from '../referral-words.js';
import { replacedOutcomeWords } from '../replaced-outcome-words.js';
import { WORKLIST_PATH } from '../worklist/worklist-search.js';
import type { ReferralFile } from './referral-files.js';

/** A referral, in words. */
export interface FilePresented {
  readonly name: string;
  readonly over: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  /** `isDue`: the next step is the mission locale’s. */
  readonly toDo: { readonly isDue: boolean; readonly title: string; readonly text: string };
  readonly actions: readonly { readonly href: string; readonly label: string }[];
  /** The button that begins another referral from this one; null while it is not over. */
  readonly again: string | null;
  readonly outcome: readonly Fact[] | null;
  readonly facts: readonly Fact[];
  /** What the scheme asks for: when each box was ticked and by whom. */
  readonly checklist: readonly Fact[];
  readonly person: readonly Fact[];
  readonly history: readonly TimelineEntry[];
  /** The page of the young person, with all their referrals. */
  readonly personHref: string | null;
}

/** Every word and decision of the page of a referral. */
export function presentFile(file: ReferralFile): FilePresented {
  const { view, history } = file;
  return {
    name: listedName(view.youngPerson),
    over: view.reference,
    state: STATE_WORDS[view.state as ReferralState],
    toDo: toDoOf(file),
    actions: OWNER_ACT_PATHS.filter(({ command }) => view.availableCommands.includes(command)).map(
      ({ path, button }) => ({ href: `${WORKLIST_PATH}/${view.id}/${path}`, label: button }),
    ),
    again: againOf(view),
    outcome: outcomeFacts(file),
    facts: fileFacts(view),
    checklist: file.checklist.map((line) => checklistFact(line, view)),
    person: file.person,
    personHref: view.youngPerson && personPath(view.youngPerson.id),
    history: history.map((entry) => entryOf(entry, file)).reverse(),
  };
}

/** What happened last, for whoever acted on what is no longer. */
export function lastChange(file: ReferralFile): string {
  const last = file.history.at(-1);
  if (!last) return 'aucun.';
  const { title, when, who } = entryOf(last, file);
  return `${title} – ${who}, le ${when}.`;
}

const OVER: Readonly<Record<string, string>> = {
  decided: 'L’unité a rendu sa décision. Lisez la réponse et informez le jeune.',
  withdrawn: 'Cette orientation est retirée : rien n’est attendu.',
  lapsed: 'L’unité n’a pas répondu. Le jeune peut être orienté ailleurs.',
};

/** What is to be done, and by whom: silence of the page would leave people guessing. */
function toDoOf({ view, today }: ReferralFile): FilePresented['toDo'] {
  const state = view.state as ReferralState;
  if (state === 'draft') {
    return {
      isDue: true,
      title: 'À faire',
      text: 'Relisez ce brouillon, puis transmettez-le à l’unité.',
    };
  }
  if (!isOpen({ state })) return { isDue: false, title: 'Et maintenant', text: OVER[state] ?? '' };
  const referredOn = view.referredOn as LocalDate | null;
  const waited = referredOn === null ? 0 : Math.max(0, daysBetween(referredOn, today));
  if (view.silence?.rung === 'freed') {
    const text = `L’unité n’a pas répondu depuis ${counted(waited, 'jour', 'jours')}. Appelez-la, ou proposez le jeune à une autre unité : cette orientation sera dite « sans réponse », ce qui n’est pas un refus, et une réponse tardive restera possible.`;
    return { isDue: true, title: 'À faire', text };
  }
  const step =
    state === 'received'
      ? 'L’unité a accusé réception et étudie le dossier.'
      : 'L’unité doit accuser réception.';
  const text = `${step} ${silenceWords(view.silence)}Rien n’est attendu de vous.`;
  return { isDue: false, title: 'Et maintenant', text };
}

/** What the service does meanwhile, and when the mission locale may refer elsewhere. */
function silenceWords(silence: ReferralView['silence']): string {
  if (!silence) return '';
  const freed = `Sans réponse le ${day(silence.freedOn)}, vous pourrez proposer une autre unité. `;
  switch (silence.rung) {
    case 'reminded':
      return `Elle est relancée depuis le ${day(silence.remindedOn)}. ${freed}`;
    case 'manager':
      return `Elle est relancée, et son responsable alerté depuis le ${day(silence.managerOn)}. ${freed}`;
    default:
      return '';
  }
}

function againOf({ state, outcome, silence }: ReferralView): string | null {
  if (silence?.rung === 'freed') return 'Proposer à une autre unité';
  if (state === 'draft' || isOpen({ state: state as ReferralState })) return null;
  return outcome?.reexaminationOn ? 'Représenter le jeune' : 'Proposer à une autre unité';
}

function outcomeFacts({
  view: { outcome, isAnsweredLate },
  outcomeLabel,
}: ReferralFile): Fact[] | null {
  if (!outcome) return null;
  return [
    { label: 'Réponse', value: typeset(outcomeLabel ?? outcome.code) },
    { label: 'Décision du', value: day(outcome.decidedOn) },
    ...(isAnsweredLate
      ? [{ label: 'Délai', value: 'Réponse tardive : après le délai de réponse' }]
      : []),
    ...(outcome.reexaminationOn
      ? [{ label: 'Réexamen à partir du', value: day(outcome.reexaminationOn) }]
      : []),
  ];
}

function fileFacts(view: ReferralView): Fact[] {
  const { cejStartsOn, cejEndsOn } = view;
  return [
    { label: 'Unité', value: view.unit.name },
    { label: 'Transmise le', value: day(view.referredOn) },
    { label: 'Volontariat visé', value: labelOf(VOLUNTEER_TYPES, view.volunteerType) },
    { label: 'Filière souhaitée', value: view.trackWish },
    { label: 'Niveau déclaré', value: labelOf(DIPLOMA_LEVELS, view.diplomaLevel) },
    { label: 'Accompagnement', value: labelOf(SUPPORT_SCHEMES, view.support) },
    ...(cejStartsOn ? [{ label: 'Début du CEJ', value: day(cejStartsOn) }] : []),
    ...(cejEndsOn ? [{ label: 'Fin du CEJ', value: day(cejEndsOn) }] : []),
    { label: 'Jeune informé le', value: day(view.informedOn) },
    { label: 'Notice d’information', value: `Version ${view.noticeVersion}` },
  ];
}

function checklistFact(line: ChecklistLine, { referredOn }: ReferralView): Fact {
  const label = typeset(labelOf(PREREQUISITES, line.code));
  if (!line.isTicked)
    return { label, value: line.isAsked ? 'Non coché' : 'Non coché (facultatif)' };
  if (line.tick === null) {
    return { label, value: referredOn ? `Transmis le ${day(referredOn) ?? ''}` : 'Coché' };
  }
  const { role, channel, tickedOn } = line.tick;
  const by = isRole(role) ? ROLE_LABELS[role] : (CHANNEL_WORDS[channel] ?? channel);
  return { label, value: `Coché le ${longDate(tickedOn)} (${by})` };
}

const EVENT_TITLES: Readonly<Record<string, string>> = {
  submit: 'Orientation transmise',
  withdraw: 'Orientation retirée',
  lapse: 'Déclarée sans réponse',
  receive: 'Réception accusée par l’unité',
  decide: 'Décision de l’unité',
  reopen: 'Examen repris par l’unité',
  restate: 'Orientation rétablie',
  'correct-person': 'Identité ou coordonnées du jeune corrigées',
};

function entryOf(
  entry: HistoryEntryView,
  { timeZone, labelOf: wordsOf }: Pick<ReferralFile, 'timeZone' | 'labelOf'>,
): TimelineEntry {
  const act = { ...entry, recordedAt: entry.recordedAt as Instant };
  return {
    title: EVENT_TITLES[entry.command] ?? entry.command,
    ...recordedBy(act, entry.organisation?.name ?? null, timeZone),
    details: [
      ['En date du', longDate(entry.effectiveOn as LocalDate)],
      ...beforeAndAfter(entry),
      ...(entry.replacedOutcome ? replacedOutcomeWords(entry.replacedOutcome, wordsOf) : []),
    ],
  };
}

/** What was said before and what is said since, where the past itself changed. */
function beforeAndAfter({ command, from, to }: HistoryEntryView): [string, string][] {
  const isOfThePast = command === 'restate' || command === 'reopen';
  if (!isOfThePast || from === null || from === to) return [];
  return [
    ['Avant', STATE_WORDS[from as ReferralState].label],
    ['Après', STATE_WORDS[to as ReferralState].label],
  ];
}

function day(date: string | null): string | null {
  return date === null ? null : longDate(date as LocalDate);
}
