import type { ActingRole, Machine } from '../../kernel/index.js';
import {
  DIRECT_STATES,
  type DirectAnswer,
  type DirectApplicant,
  type DirectState,
} from './direct-applicant.js';

export type DirectCommand =
  | 'record'
  | 'correct'
  | 'assign'
  | 'record-attempt'
  | 'answer'
  | 'declare-elsewhere'
  | 'reopen'
  | 'restate'
  | 'withdraw'
  | 'forget';

/** What a guard may look at besides the applicant. */
export interface DirectContext {
  readonly answer?: DirectAnswer;
  /** True when the answer says that nobody could be reached, whatever was tried. */
  readonly isUnreachable: boolean;
  /** Attempts that must precede an honest "unreachable". */
  readonly attemptsNeeded: number;
}

export type DirectRefusal = 'CHRONOLOGIE' | 'too-few-attempts' | 'withdrawn';

const UNIT = [
  'recruiter',
  'insertion-officer',
  'unit-manager',
  'unit-machine',
  'unit-file',
] as const;
const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine', 'ml-file'] as const;

/** Life-cycle of the invitation of a direct applicant (domain.md F08, F09; exchange.md 7.a, DIR and PEC). */
export const directApplicantMachine: Machine<
  DirectState,
  DirectCommand,
  ActingRole,
  DirectApplicant,
  DirectContext,
  DirectRefusal
> = {
  name: 'direct-applicant',
  initial: 'to-assign',
  final: ['withdrawn'],
  states: DIRECT_STATES,
  transitions: {
    record: {
      from: ['to-assign'],
      to: ['to-assign', 'outside-network', 'invited', 'announced'],
      by: UNIT,
      emits: 'direct-applicant.recorded.v1',
      about:
        'L’unité enregistre un candidat direct non retenu : sa commune désigne la mission locale qui l’invite.',
    },
    correct: {
      from: ['to-assign', 'outside-network', 'invited', 'announced', 'answered', 'withdrawn'],
      to: ['to-assign', 'outside-network', 'invited', 'announced', 'answered'],
      isUndoing: true,
      by: UNIT,
      guard: correctionRefusal,
      emits: 'direct-applicant.corrected.v1',
      about:
        'L’unité corrige ce qu’elle a dit, ou enregistre l’accord : la commune désigne de nouveau la mission locale.',
    },
    assign: {
      from: ['to-assign'],
      to: ['invited', 'announced'],
      by: UNIT,
      emits: 'direct-applicant.assigned.v1',
      about: 'L’unité choisit la mission locale quand la commune ne suffit pas à la désigner.',
    },
    'record-attempt': {
      from: ['announced'],
      to: 'announced',
      by: MISSION_LOCALE,
      guard: chronologyRefusal,
      emits: 'direct-applicant.attempted.v1',
      about: 'La mission locale a essayé de joindre le jeune, sans y parvenir.',
    },
    answer: {
      from: ['announced'],
      to: 'answered',
      by: MISSION_LOCALE,
      guard: answerRefusal,
      emits: 'direct-applicant.answered.v1',
      about: 'La mission locale dit ce que devient le jeune.',
    },
    'declare-elsewhere': {
      from: ['announced'],
      to: 'to-assign',
      by: MISSION_LOCALE,
      guard: chronologyRefusal,
      emits: 'direct-applicant.elsewhere.v1',
      about: 'Le jeune habite ailleurs : l’unité choisit une autre mission locale.',
    },
    reopen: {
      from: ['answered'],
      to: 'announced',
      isUndoing: true,
      by: MISSION_LOCALE,
      emits: 'direct-applicant.reopened.v1',
      about: 'La réponse était une erreur : l’invitation attend de nouveau.',
    },
    restate: {
      from: ['announced', 'answered', 'to-assign'],
      to: ['announced', 'answered', 'to-assign'],
      isUndoing: true,
      by: ['ml-file'],
      emits: 'direct-applicant.restated.v1',
      about:
        'Un fichier a été remplacé, annulé ou reçu en retard : la réponse redevient ce que disent tous les autres.',
    },
    withdraw: {
      from: ['to-assign', 'outside-network', 'invited', 'announced', 'answered'],
      to: 'withdrawn',
      by: UNIT,
      emits: 'direct-applicant.withdrawn.v1',
      about:
        'L’enregistrement était une erreur, ou le jeune retire son accord : son identité est effacée.',
    },
    forget: {
      from: ['to-assign', 'outside-network', 'invited', 'announced', 'answered'],
      to: 'withdrawn',
      by: ['system'],
      emits: 'direct-applicant.forgotten.v1',
      about:
        'Six mois après l’invitation, plus rien n’est gardé du jeune : son identité est effacée.',
    },
  },
};

/** A contact never precedes the decision, nor the one already told. */
function chronologyRefusal(
  { decidedOn, answer: told }: DirectApplicant,
  { answer }: DirectContext,
): 'CHRONOLOGIE' | undefined {
  const earliest = told && told.contactedOn > decidedOn ? told.contactedOn : decidedOn;
  return answer && answer.contactedOn < earliest ? 'CHRONOLOGIE' : undefined;
}

/** Who was withdrawn by hand comes back by hand alone: files only repeat what was said before. */
function correctionRefusal({ state, saidOn }: DirectApplicant): 'withdrawn' | undefined {
  return state === 'withdrawn' && saidOn !== null ? 'withdrawn' : undefined;
}

function answerRefusal(
  applicant: DirectApplicant,
  context: DirectContext,
): DirectRefusal | undefined {
  const isTooSoon = context.isUnreachable && applicant.attempts < context.attemptsNeeded;
  return isTooSoon ? 'too-few-attempts' : chronologyRefusal(applicant, context);
}
