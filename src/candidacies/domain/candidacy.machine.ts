import type { ActingRole, Machine } from '../../kernel/index.js';
import { CANDIDACY_STATES, type Candidacy, type CandidacyState } from './candidacy.js';
import {
  decisionRefusal,
  reopeningRefusal,
  type CandidacyContext,
  type CandidacyRefusal,
} from './candidacy.rules.js';

export type CandidacyCommand =
  'acknowledge' | 'evaluate' | 'convoke' | 'decide' | 'reopen' | 'close' | 'restate';

/** Who acts on a candidacy; `referral` = it follows what the mission locale did on its side. */
export type CandidacyRole = ActingRole | 'referral';

const UNIT = ['recruiter', 'unit-manager', 'unit-machine', 'unit-file'] as const;

/**
 * Life-cycle of a candidacy (exchange.md 7.a, transition table; contract.md 2). A photo may skip
 * states, never go back but by correction or reopening.
 */
export const candidacyMachine: Machine<
  CandidacyState,
  CandidacyCommand,
  CandidacyRole,
  Candidacy,
  CandidacyContext,
  CandidacyRefusal
> = {
  name: 'candidacy',
  initial: 'received',
  final: ['closed'],
  states: CANDIDACY_STATES,
  transitions: {
    acknowledge: {
      from: ['received'],
      to: 'received',
      by: UNIT,
      emits: 'candidacy.acknowledged.v1',
      about: 'L’unité accuse réception et donne son numéro de dossier.',
    },
    evaluate: {
      from: ['received', 'in-evaluation'],
      to: 'in-evaluation',
      by: UNIT,
      emits: 'candidacy.in-evaluation.v1',
      about: 'L’unité étudie le dossier, ou précise depuis quand.',
    },
    convoke: {
      from: ['received', 'in-evaluation', 'convoked'],
      to: 'convoked',
      by: UNIT,
      emits: 'candidacy.convoked.v1',
      about: 'L’unité convoque le candidat.',
    },
    decide: {
      from: ['received', 'in-evaluation', 'convoked', 'decided'],
      to: 'decided',
      by: [...UNIT, 'medical-office'],
      guard: decisionRefusal,
      emits: 'candidacy.decided.v1',
      about: 'L’unité rend ou complète sa décision.',
    },
    reopen: {
      from: ['decided'],
      to: 'in-evaluation',
      by: UNIT,
      guard: reopeningRefusal,
      emits: 'candidacy.reopened.v1',
      about: 'L’unité reprend l’examen, à partir de la date de réexamen.',
    },
    close: {
      from: ['received', 'in-evaluation', 'convoked', 'decided'],
      to: 'closed',
      by: [...UNIT, 'referral', 'system'],
      emits: 'candidacy.closed.v1',
      about: 'Le dossier est clos : plus rien n’est attendu.',
    },
    // What was said by mistake never counted: even a closed file is as the rest says (exchange.md 7.e.3).
    restate: {
      from: CANDIDACY_STATES,
      to: CANDIDACY_STATES,
      isUndoing: true,
      by: ['unit-file', 'referral'],
      emits: 'candidacy.restated.v1',
      about:
        'Un fichier a été remplacé, annulé ou reçu en retard : le dossier redevient ce que disent tous les autres.',
    },
  },
};
