import type { UnitCommand } from '../../use-cases/run-volunteer-command.js';

/** An act of the unit, on a page of its own. */
export interface ServiceAct {
  readonly command: UnitCommand;
  readonly title: string;
  readonly button: string;
  readonly about: string;
  readonly notice: string;
}

/** By the last part of their address, in the order in which they are proposed. */
export const ACTS = {
  incorporation: {
    command: 'incorporate',
    title: 'Enregistrer l’incorporation',
    button: 'Enregistrer l’incorporation',
    about: 'La mission locale saura que le jeune est incorporé.',
    notice: 'Incorporation enregistrée : la mission locale en est informée.',
  },
  report: {
    command: 'postpone',
    title: 'Reporter l’incorporation',
    button: 'Reporter l’incorporation',
    about: 'Indiquez le nouveau jour, s’il est connu. Le jeune reste retenu.',
    notice: 'Report enregistré.',
  },
  absence: {
    command: 'miss',
    title: 'Enregistrer l’absence',
    button: 'Enregistrer l’absence',
    about: 'Le jeune ne s’est pas présenté le jour de l’incorporation.',
    notice: 'Absence enregistrée.',
  },
  presence: {
    command: 'report-presence',
    title: 'Dire la présence du mois',
    button: 'Dire la présence du mois',
    about: 'Dites si le jeune est en service. N’écrivez jamais le motif d’une absence.',
    notice: 'Présence enregistrée.',
  },
  annonce: {
    command: 'announce-exit',
    title: 'Annoncer une sortie',
    button: 'Annoncer une sortie',
    about:
      'La mission locale prépare le retour dès maintenant. La sortie prendra effet le jour dit, sans autre action de votre part.',
    notice: 'Sortie annoncée : elle prendra effet le jour dit.',
  },
  sortie: {
    command: 'exit',
    title: 'Enregistrer une sortie',
    button: 'Enregistrer une sortie',
    about:
      'Après un abandon, ou sans solution, le jeune revient aussitôt vers sa mission locale. Un départ sans autorisation est un abandon, jamais une infraction.',
    notice: 'Sortie enregistrée.',
  },
  modification: {
    command: 'amend',
    title: 'Modifier le service',
    button: 'Modifier le service',
    about: 'La filière, le site ou la fin prévue change.',
    notice: 'Service modifié.',
  },
  correction: {
    command: 'correct-exit',
    title: 'Corriger la sortie',
    button: 'Corriger la sortie',
    about: 'La sortie corrigée remplace celle qui était enregistrée ; l’historique garde les deux.',
    notice: 'Sortie corrigée.',
  },
  annulation: {
    command: 'resume',
    title: 'Annuler la sortie',
    button: 'Annuler la sortie',
    about:
      'La sortie, faite ou annoncée, était une erreur : le jeune reste en service. Vous pourrez enregistrer une autre sortie.',
    notice: 'Sortie annulée : le jeune reste en service.',
  },
} as const satisfies Record<string, ServiceAct>;
export type ActPath = keyof typeof ACTS;

/** True for the last part of an address of an act. */
export function isActPath(text: string): text is ActPath {
  return Object.hasOwn(ACTS, text);
}
