import type { ActingRole, LocalDate, Machine } from '../../kernel/index.js';
import { UNREACHABLE, type ReturnAnswer } from './code-lists.js';
import { RETURN_STATES, type ReturnEpisode, type ReturnState } from './return-episode.js';

export type ReturnCommand =
  | 'prepare'
  | 'open'
  | 'correct'
  | 'cancel'
  | 'acknowledge'
  | 'record-attempt'
  | 'answer'
  | 'declare-elsewhere'
  | 'escalate'
  | 'chase'
  | 'reopen'
  | 'drop'
  | 'transfer'
  | 'restate';

/** Who acts on a return; `volunteer` = it follows what the unit said of the service. */
export type ReturnRole = ActingRole | 'volunteer';

/** What a guard may look at besides the return. */
export interface ReturnContext {
  /** Today where the mission locale is. */
  readonly today: LocalDate;
  readonly answer?: { readonly code: ReturnAnswer; readonly contactedOn: LocalDate };
  /** Attempts that must precede an honest "unreachable". */
  readonly attemptsNeeded: number;
}

export type ReturnRefusal =
  'CHRONOLOGIE' | 'TRANSITION_INTERDITE' | 'too-few-attempts' | 'too-early';

/** Files speak of what was opened, and never of what the unit took back. */
const TOLD_STATES = ['open', 'acknowledged', 'closed'] as const;

const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine', 'ml-file'] as const;

/**
 * Life-cycle of a return (peers.md (c) 1 and 2; exchange.md 7.a, PEC). An automatic rule only ever
 * hides what nobody has touched: `cancel` leaves the states before the acknowledgement, and no other.
 */
export const returnMachine: Machine<
  ReturnState,
  ReturnCommand,
  ReturnRole,
  ReturnEpisode,
  ReturnContext,
  ReturnRefusal
> = {
  name: 'return',
  initial: 'prepared',
  final: ['closed', 'cancelled', 'transferred'],
  states: RETURN_STATES,
  transitions: {
    prepare: {
      from: ['prepared'],
      to: 'prepared',
      by: ['volunteer', 'system'],
      emits: 'return.prepared.v1',
      about: 'La fin du service approche : le retour se prépare, ou sa date change.',
    },
    open: {
      from: ['prepared'],
      to: 'open',
      by: ['volunteer'],
      emits: 'return.opened.v1',
      about: 'Le jeune a quitté l’unité sans solution : la mission locale doit le reprendre.',
    },
    correct: {
      from: RETURN_STATES,
      to: RETURN_STATES,
      isUndoing: true,
      by: ['volunteer'],
      emits: 'return.corrected.v1',
      about: 'L’unité a corrigé la sortie : le retour reste où il en est et dit ce qui a changé.',
    },
    cancel: {
      from: ['prepared', 'open'],
      to: 'cancelled',
      by: ['volunteer'],
      emits: 'return.cancelled.v1',
      about: 'Il n’y a plus de retour, et personne n’y avait encore touché.',
    },
    acknowledge: {
      from: ['open'],
      to: 'acknowledged',
      by: MISSION_LOCALE,
      emits: 'return.acknowledged.v1',
      about: 'La mission locale prend le retour en charge.',
    },
    'record-attempt': {
      from: ['open', 'acknowledged'],
      to: 'acknowledged',
      by: MISSION_LOCALE,
      guard: chronologyRefusal,
      emits: 'return.attempted.v1',
      about: 'La mission locale a essayé de joindre le jeune, sans y parvenir.',
    },
    answer: {
      from: ['open', 'acknowledged'],
      to: 'closed',
      by: MISSION_LOCALE,
      guard: answerRefusal,
      emits: 'return.answered.v1',
      about: 'La mission locale dit ce que devient le jeune : le retour est clos.',
    },
    'declare-elsewhere': {
      from: ['open', 'acknowledged'],
      to: 'acknowledged',
      by: MISSION_LOCALE,
      guard: chronologyRefusal,
      emits: 'return.elsewhere.v1',
      about: 'Le jeune habite ailleurs : le retour attend la mission locale de son territoire.',
    },
    escalate: {
      from: ['open'],
      to: 'open',
      by: ['system'],
      guard: escalationRefusal,
      emits: 'return.escalated.v1',
      about: 'Personne n’a accusé réception à temps : le retour monte d’un échelon.',
    },
    chase: {
      from: ['acknowledged'],
      to: 'acknowledged',
      by: ['system'],
      guard: escalationRefusal,
      emits: 'return.chased.v1',
      about: 'L’étape suivante n’a pas été faite à temps : le retour monte d’un échelon.',
    },
    reopen: {
      from: ['closed'],
      to: 'acknowledged',
      isUndoing: true,
      by: MISSION_LOCALE,
      emits: 'return.reopened.v1',
      about: 'La réponse était une erreur, ou le jeune est de nouveau à joindre.',
    },
    drop: {
      from: ['acknowledged'],
      to: 'cancelled',
      by: MISSION_LOCALE,
      guard: dropRefusal,
      emits: 'return.dropped.v1',
      about: 'L’unité a retiré la sortie : la mission locale n’a plus rien à faire.',
    },
    transfer: {
      from: ['prepared', 'open', 'acknowledged'],
      to: 'transferred',
      by: ['system'],
      emits: 'return.transferred.v1',
      about: 'Une autre mission locale a accepté le jeune : elle suit désormais son retour.',
    },
    restate: {
      from: TOLD_STATES,
      to: TOLD_STATES,
      isUndoing: true,
      by: ['ml-file'],
      emits: 'return.restated.v1',
      about:
        'Un fichier a été remplacé, annulé ou reçu en retard : le retour redevient ce que disent tous les autres.',
    },
  },
};

/** A contact never precedes the one already told. */
function chronologyRefusal(
  { answer: told }: ReturnEpisode,
  { answer }: ReturnContext,
): ReturnRefusal | undefined {
  return told && answer && answer.contactedOn < told.contactedOn ? 'CHRONOLOGIE' : undefined;
}

/** "Unreachable" is only true of whom one tried to reach. */
function answerRefusal(episode: ReturnEpisode, context: ReturnContext): ReturnRefusal | undefined {
  const isTooSoon =
    context.answer?.code === UNREACHABLE && episode.attempts < context.attemptsNeeded;
  return isTooSoon ? 'too-few-attempts' : chronologyRefusal(episode, context);
}

function escalationRefusal(
  { escalatesOn }: ReturnEpisode,
  { today }: ReturnContext,
): ReturnRefusal | undefined {
  return escalatesOn !== null && escalatesOn <= today ? undefined : 'too-early';
}

/** What has still a reason to be is answered, never dropped. */
function dropRefusal({ cause }: ReturnEpisode): ReturnRefusal | undefined {
  return cause === null ? undefined : 'TRANSITION_INTERDITE';
}
