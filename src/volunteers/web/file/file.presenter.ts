import { labelOf, type LocalDate, type Month } from '../../../kernel/index.js';
import { recordedBy } from '../../../accounts/index.js';
import { ASSESSED_LEVELS, ORIGINS } from '../../../candidacies/index.js';
import { longDate, longMonth, typeset } from '../../../platform/french/index.js';
import { listedName } from '../../../people/index.js';
import {
  reasonInWords,
  type Fact,
  type FileAction,
  type TimelineEntry,
  type Tone,
} from '../../../platform/pages/index.js';
import { VOLUNTEER_TYPES } from '../../../referrals/index.js';
import { CERTIFICATIONS, EXIT_REASON_TREE, EXIT_SITUATIONS } from '../../domain/code-lists.js';
import type { VolunteerState } from '../../domain/volunteer.js';
import type { ExitView, VolunteerView } from '../../http/volunteer.view.js';
import { ACTS, type ActPath } from '../act/acts.js';
import { STATE_WORDS, VOLUNTEERS_PATH } from '../volunteer-words.js';
import type { NamedEvent, VolunteerFile } from './volunteer-files.js';

/** A service, in words. */
export interface FilePresented {
  readonly name: string;
  readonly over: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly toDo: string;
  readonly actions: readonly FileAction[];
  readonly service: readonly Fact[];
  readonly exit: readonly Fact[] | null;
  readonly exitTitle: string;
  readonly person: readonly Fact[];
  readonly history: readonly TimelineEntry[];
}

const TO_DO: Readonly<Record<VolunteerState, string>> = {
  postponed: 'Enregistrez l’incorporation le jour venu, ou un nouveau report.',
  absent: 'Le jeune ne s’est pas présenté : reportez l’incorporation, ou enregistrez-la.',
  'in-service':
    'Dites chaque mois si le jeune est en service. Annoncez la sortie dès qu’elle est connue : la mission locale la prépare.',
  exited: 'Le jeune est sorti. Corrigez la sortie si un fait était inexact.',
};

/** Every word and decision of the page of a service. */
export function presentFile(file: VolunteerFile): FilePresented {
  const { view, events, timeZone, isUnit } = file;
  const state = view.state as VolunteerState;
  const actions = actionsOf(view);
  return {
    name: listedName(view.youngPerson),
    over: [view.unitFileNumber, view.reference].filter(Boolean).join(' – ') || 'Sans numéro',
    state: STATE_WORDS[state],
    toDo: actions.length > 0 ? TO_DO[state] : readerWords(isUnit),
    actions,
    service: serviceFacts(view, isUnit),
    exit: view.exit && exitFacts(view.exit),
    exitTitle: state === 'exited' ? 'Sortie' : 'Sortie annoncée',
    person: file.person,
    history: events.map((event) => entryOf(event, timeZone)).reverse(),
  };
}

function readerWords(isUnit: boolean): string {
  return isUnit
    ? 'Vous consultez ce dossier : aucune action ne vous revient.'
    : 'L’unité tient ce dossier à jour ; vous voyez ce qu’elle enregistre aussitôt.';
}

/** What happened last, for whoever acted on what is no longer. */
export function lastChange({ events, timeZone }: VolunteerFile): string {
  const last = events.at(-1);
  if (!last) return '';
  const { title, when, who } = entryOf(last, timeZone);
  return `${title} – ${who}, le ${when}.`;
}

function actionsOf({ id, availableCommands }: VolunteerView): FileAction[] {
  return (Object.keys(ACTS) as ActPath[])
    .filter((path) => availableCommands.includes(ACTS[path].command))
    .map((path) => ({ href: `${VOLUNTEERS_PATH}/${id}/${path}`, label: ACTS[path].button }));
}

function serviceFacts(view: VolunteerView, isUnit: boolean): Fact[] {
  const from = view.missionLocale?.name ?? labelOf(ORIGINS, view.origin);
  return [
    isUnit ? { label: 'Mission locale', value: from } : { label: 'Unité', value: view.unit.name },
    { label: 'Volontariat', value: labelOf(VOLUNTEER_TYPES, view.volunteerType) },
    { label: 'Filière', value: view.track },
    { label: 'Site', value: view.site },
    { label: 'Incorporation', value: day(view.incorporatedOn) },
    { label: 'Fin de la période probatoire', value: day(view.probationEndsOn) },
    { label: 'Fin prévue', value: day(view.plannedEndOn) },
    { label: 'Présence', value: presence(view.presence) },
  ];
}

function presence(said: VolunteerView['presence']): string | null {
  if (!said) return null;
  const month = longMonth(said.month as Month);
  if (!said.isInService) return `Plus en service en ${month}`;
  return said.isLongAbsent ? `Absent depuis longtemps en ${month}` : `En service en ${month}`;
}

function exitFacts(exit: ExitView): Fact[] {
  return [
    { label: 'Jour de la sortie', value: day(exit.exitedOn) },
    { label: 'Motif', value: reasonInWords(EXIT_REASON_TREE, exit.reason) },
    { label: 'Abandon', value: exit.isDropout ? 'Oui' : 'Non' },
    { label: 'Situation', value: typeset(labelOf(EXIT_SITUATIONS, exit.situation)) },
    { label: 'Souhaite être accompagné', value: exit.wantsSupport ? 'Oui' : 'Non' },
    {
      label: 'Certifications',
      value: exit.certifications.map((code) => labelOf(CERTIFICATIONS, code)).join(', '),
    },
    {
      label: 'Niveau évalué à la sortie',
      value: exit.assessedLevel === null ? null : labelOf(ASSESSED_LEVELS, exit.assessedLevel),
    },
  ];
}

const EVENT_TITLES: Readonly<Record<string, string>> = {
  incorporate: 'Incorporation',
  postpone: 'Incorporation reportée',
  miss: 'Absence à l’incorporation',
  amend: 'Filière, site ou fin prévue modifiés',
  'report-presence': 'Présence du mois',
  'announce-exit': 'Sortie annoncée',
  exit: 'Sortie',
  'take-effect': 'La sortie annoncée prend effet',
  'correct-exit': 'Sortie corrigée',
  resume: 'Sortie annulée',
  restate: 'Dossier rétabli',
};

function entryOf(event: NamedEvent, timeZone: string): TimelineEntry {
  return {
    title: EVENT_TITLES[event.command] ?? event.command,
    ...recordedBy(event, event.organisationName, timeZone),
    details: [['En date du', longDate(event.effectiveOn)]],
  };
}

function day(date: string | null): string | null {
  return date === null ? null : longDate(date as LocalDate);
}
