import type { OwnerContractCommand } from '../../use-cases/run-contract-command.js';

/** What the form of an act asks. */
export type ActFields = 'dates' | 'extension' | 'end' | 'confirmation' | 'nothing';

/** An act of the mission locale on a contract: what is asked before, what is said after. */
export interface ContractAct {
  readonly command: OwnerContractCommand;
  readonly fields: ActFields;
  readonly title: string;
  readonly button: string;
  readonly about: string;
  readonly notice: string;
}

/** By the last part of their address. */
export const CONTRACT_ACTS: Readonly<Record<string, ContractAct>> = {
  confirmation: {
    command: 'confirm-extension',
    fields: 'confirmation',
    title: 'Confirmer la prolongation calculée',
    button: 'Confirmer la prolongation',
    about:
      'Confirmez après avoir vérifié que la règle s’applique à ce jeune. Si l’unité corrige la sortie, la prolongation sera calculée de nouveau et sera de nouveau à confirmer.',
    notice: 'Prolongation confirmée.',
  },
  dates: {
    command: 'amend',
    fields: 'dates',
    title: 'Corriger les dates du contrat',
    button: 'Corriger les dates',
    about:
      'Les orientations suivantes ne changeront plus ces dates : ce que vous corrigez ici l’emporte.',
    notice: 'Dates corrigées.',
  },
  prolongation: {
    command: 'extend',
    fields: 'extension',
    title: 'Prolonger le CEJ',
    button: 'Prolonger le CEJ',
    about:
      'Un CEJ dure douze mois au plus. Il peut exceptionnellement être prolongé, avec un motif, jusqu’à dix-huit mois en tout.',
    notice: 'Prolongation enregistrée.',
  },
  fin: {
    command: 'end',
    fields: 'end',
    title: 'Enregistrer la fin du contrat',
    button: 'Enregistrer la fin',
    about:
      'L’unité verra la date de fin, jamais le motif. Vous pourrez corriger ou annuler cette fin.',
    notice: 'Fin du contrat enregistrée.',
  },
  'correction-fin': {
    command: 'correct-end',
    fields: 'end',
    title: 'Corriger la fin du contrat',
    button: 'Corriger la fin',
    about: 'L’unité verra la date de fin, jamais le motif.',
    notice: 'Fin du contrat corrigée.',
  },
  reouverture: {
    command: 'reopen',
    fields: 'nothing',
    title: 'Annuler la fin du contrat',
    button: 'Annuler la fin',
    about: 'Le contrat sera de nouveau en cours, avec ses dates d’avant.',
    notice: 'Fin annulée : le contrat est de nouveau en cours.',
  },
};

/** The acts in the order of their buttons: what comes next first. */
export const CONTRACT_ACT_PATHS = Object.entries(CONTRACT_ACTS).map(
  ([path, { command, button }]) => ({ path, command, button }),
);
