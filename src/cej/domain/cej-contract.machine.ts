import type { ActingRole, Machine } from '../../kernel/index.js';
import { CONTRACT_STATES, type Contract, type ContractState } from './contract.js';

/** Commands of the mission locale; `follow` is what a referral told. */
export type ContractCommand =
  | 'amend'
  | 'extend'
  | 'confirm-extension'
  | 'end'
  | 'correct-end'
  | 'reopen'
  | 'follow'
  | 'restate';

/** Who acts on a contract; `referral` = it follows what a referral says. */
export type ContractRole = ActingRole | 'referral';

const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine', 'ml-file'] as const;

/**
 * Life-cycle of the record of a contract (domain.md 5). Only facts move it: that a contract runs, is
 * extended by a service or is past its term is computed for a day, and no command is needed for it.
 */
export const cejContractMachine: Machine<
  ContractState,
  ContractCommand,
  ContractRole,
  Pick<Contract, 'state'>,
  undefined,
  never
> = {
  name: 'cej-contract',
  initial: 'open',
  final: ['ended'],
  states: CONTRACT_STATES,
  transitions: {
    amend: {
      from: ['open'],
      to: 'open',
      by: MISSION_LOCALE,
      emits: 'cej-contract.amended.v1',
      about: 'La mission locale corrige le début ou la fin prévue du contrat.',
    },
    extend: {
      from: ['open'],
      to: 'open',
      by: MISSION_LOCALE,
      emits: 'cej-contract.extended.v1',
      about: 'La mission locale prolonge un CEJ, avec un motif, dix-huit mois au plus en tout.',
    },
    'confirm-extension': {
      from: ['open'],
      to: 'open',
      by: MISSION_LOCALE,
      emits: 'cej-contract.extension-confirmed.v1',
      about: 'La mission locale confirme la prolongation calculée après la sortie de l’unité.',
    },
    end: {
      from: ['open'],
      to: 'ended',
      by: MISSION_LOCALE,
      emits: 'cej-contract.ended.v1',
      about: 'Le contrat a pris fin : date réelle et motif.',
    },
    'correct-end': {
      from: ['ended'],
      to: 'ended',
      isUndoing: true,
      by: MISSION_LOCALE,
      emits: 'cej-contract.end-corrected.v1',
      about: 'La mission locale corrige la date ou le motif de la fin.',
    },
    reopen: {
      from: ['ended'],
      to: 'open',
      isUndoing: true,
      by: MISSION_LOCALE,
      emits: 'cej-contract.reopened.v1',
      about: 'La fin était une erreur : le contrat est toujours en cours.',
    },
    follow: {
      from: ['open'],
      to: 'open',
      by: ['referral'],
      emits: 'cej-contract.followed.v1',
      about: 'Une orientation dit d’autres dates d’un contrat que personne n’a corrigé à la main.',
    },
    restate: {
      from: CONTRACT_STATES,
      to: CONTRACT_STATES,
      isUndoing: true,
      by: ['ml-file'],
      emits: 'cej-contract.restated.v1',
      about:
        'Un fichier a été remplacé, annulé ou reçu en retard : le contrat redevient ce que disent tous les autres.',
    },
  },
};
