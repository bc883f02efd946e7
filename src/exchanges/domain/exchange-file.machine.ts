import type { LifeCycle } from '../../kernel/index.js';
import type { ExchangeFileState } from './exchange-file.js';

/** Steps of a deposited file, as its emitter reads them (exchange.md 7.c). */
export const FILE_STEPS = [
  'RECU',
  'REJETE_TECHNIQUE',
  'A_CONFIRMER',
  'ENREGISTRE',
  'LECTURE',
  'REJETE',
  'APPLIQUE',
  'CLOS',
  'REMPLACE',
  'ANNULE',
  'EN_ERREUR_INTERNE',
] as const;
export type FileStep = (typeof FILE_STEPS)[number];

interface StepMove {
  readonly from: readonly FileStep[];
  readonly to: FileStep;
  readonly by: readonly string[];
  /** Published when others have something to do then. */
  readonly emits?: string;
  readonly about: string;
}

const MOVES = {
  refuse: {
    from: ['RECU'],
    to: 'REJETE_TECHNIQUE',
    by: ['door'],
    about: 'Le dépôt est refusé à l’entrée : avis de rejet (ARE).',
  },
  hold: {
    from: ['RECU', 'LECTURE'],
    to: 'A_CONFIRMER',
    by: ['door', 'worker'],
    about: 'Quelque chose d’inhabituel attend la confirmation de l’émetteur.',
  },
  register: {
    from: ['RECU'],
    to: 'ENREGISTRE',
    by: ['door'],
    emits: 'exchange-file.received.v1',
    about: 'Le dépôt est enregistré : accusé (AEE).',
  },
  confirm: {
    from: ['A_CONFIRMER'],
    to: 'ENREGISTRE',
    by: ['emitter'],
    emits: 'exchange-file.confirmed.v1',
    about: 'L’émetteur a confirmé tout ce qui était demandé.',
  },
  expire: {
    from: ['A_CONFIRMER'],
    to: 'REJETE',
    by: ['calendar'],
    about: 'Le créneau s’est clos sans confirmation.',
  },
  take: {
    from: ['ENREGISTRE'],
    to: 'LECTURE',
    by: ['worker'],
    about: 'Un processus prend le fichier, avec un bail et un jeton.',
  },
  release: {
    from: ['LECTURE'],
    to: 'ENREGISTRE',
    by: ['worker', 'sweeper'],
    about: 'Le traitement s’est interrompu sans effet : le fichier attend de nouveau son tour.',
  },
  reject: {
    from: ['LECTURE'],
    to: 'REJETE',
    by: ['worker'],
    emits: 'exchange-file.rejected.v1',
    about: 'Le fichier entier est refusé, rien n’est appliqué (CRM code 3).',
  },
  apply: {
    from: ['LECTURE'],
    to: 'APPLIQUE',
    by: ['worker'],
    emits: 'exchange-file.applied.v1',
    about: 'Chaque ligne a reçu son sort (CRM).',
  },
  fail: {
    from: ['ENREGISTRE'],
    to: 'EN_ERREUR_INTERNE',
    by: ['sweeper'],
    emits: 'exchange-file.set-aside.v1',
    about: 'Incident de notre fait : le fichier quitte la file, un exploitant doit regarder.',
  },
  replay: {
    from: ['EN_ERREUR_INTERNE'],
    to: 'ENREGISTRE',
    by: ['operator'],
    emits: 'exchange-file.replayed.v1',
    about: 'Un exploitant rend le fichier au traitement.',
  },
  close: {
    from: ['APPLIQUE', 'REJETE'],
    to: 'CLOS',
    by: ['calendar'],
    emits: 'exchange-file.closed.v1',
    about: 'Le créneau est clos : le compte rendu est définitif.',
  },
  replace: {
    from: ['APPLIQUE'],
    to: 'REMPLACE',
    by: ['worker'],
    about: 'Un fichier « annule et remplace » du même créneau a pris sa place.',
  },
  annul: {
    from: ['APPLIQUE'],
    to: 'ANNULE',
    by: ['worker'],
    about: 'Un fichier d’annulation du même créneau a défait ses effets.',
  },
} as const satisfies Record<string, StepMove>;

export type FileCommand = keyof typeof MOVES;

/**
 * The steps of a deposited file. What follows the file at rest stands here; what its rows do to
 * referrals and candidacies stands in their own life-cycles.
 */
export const exchangeFileMachine = {
  name: 'exchange-file',
  initial: 'RECU',
  final: ['REJETE_TECHNIQUE', 'CLOS', 'REMPLACE', 'ANNULE'],
  states: FILE_STEPS,
  transitions: MOVES,
} as const satisfies LifeCycle;

/** The step a command leads to from this one; nothing when it may not be done there. */
export function stepAfter(step: FileStep, command: FileCommand): FileStep | undefined {
  const move: StepMove = MOVES[command];
  return move.from.includes(step) ? move.to : undefined;
}

/** The steps from which some command leads to this one. */
export function stepsBefore(step: FileStep): FileStep[] {
  const moves: readonly StepMove[] = Object.values(MOVES);
  return moves.flatMap(({ from, to }) => (to === step ? from : []));
}

const STATES: Readonly<Record<FileStep, ExchangeFileState>> = {
  RECU: 'registered',
  REJETE_TECHNIQUE: 'refused',
  A_CONFIRMER: 'held',
  ENREGISTRE: 'registered',
  LECTURE: 'registered',
  REJETE: 'rejected',
  APPLIQUE: 'applied',
  CLOS: 'closed',
  REMPLACE: 'closed',
  ANNULE: 'closed',
  EN_ERREUR_INTERNE: 'internal-error',
};

/** The state of the API that goes with a step. */
export function stateOfStep(step: FileStep): ExchangeFileState {
  return STATES[step];
}
