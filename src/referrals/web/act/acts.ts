import type { OwnerCommand } from '../../use-cases/run-referral-command.js';

/** An act of the mission locale on its own referral: what is asked before, what is said after. */
export interface OwnerAct {
  readonly command: OwnerCommand;
  readonly title: string;
  readonly button: string;
  readonly about: string;
  readonly notice: string;
}

/** By the last part of their address. */
export const OWNER_ACTS: Readonly<Record<string, OwnerAct>> = {
  transmission: {
    command: 'submit',
    title: 'Transmettre l’orientation',
    button: 'Transmettre l’orientation',
    about:
      'L’unité recevra le dossier et l’identité du jeune. Vous pourrez ensuite retirer l’orientation tant qu’elle n’est pas décidée.',
    notice: 'Orientation transmise : l’unité doit maintenant répondre.',
  },
  'sans-reponse': {
    command: 'lapse',
    title: 'Déclarer l’orientation sans réponse',
    button: 'Déclarer sans réponse',
    about:
      'Le jeune pourra être orienté ailleurs. Ce n’est pas un refus : l’unité pourra encore répondre. Vous ne pourrez pas annuler cette déclaration.',
    notice: 'Orientation déclarée sans réponse : le jeune peut être orienté ailleurs.',
  },
  retrait: {
    command: 'withdraw',
    title: 'Retirer l’orientation',
    button: 'Retirer l’orientation',
    about:
      'L’unité n’étudiera plus ce dossier. Vous ne pourrez pas annuler ce retrait : il faudrait une nouvelle orientation.',
    notice: 'Orientation retirée : plus rien n’est attendu de l’unité.',
  },
};

/** The acts in the order of their buttons: what comes next first. */
export const OWNER_ACT_PATHS = Object.entries(OWNER_ACTS).map(([path, { command, button }]) => ({
  path,
  command,
  button,
}));
