import type { ActingRole, Machine } from '../../kernel/index.js';
import { VOLUNTEER_STATES, type Volunteer, type VolunteerState } from './volunteer.js';
import {
  announcementRefusal,
  effectRefusal,
  exitRefusal,
  incorporationRefusal,
  presenceRefusal,
  resumptionRefusal,
  type VolunteerContext,
  type VolunteerRefusal,
} from './volunteer.rules.js';

export type VolunteerCommand =
  | 'incorporate'
  | 'postpone'
  | 'miss'
  | 'amend'
  | 'report-presence'
  | 'announce-exit'
  | 'exit'
  | 'take-effect'
  | 'correct-exit'
  | 'resume'
  | 'restate';

const UNIT = [
  'recruiter',
  'insertion-officer',
  'unit-manager',
  'unit-machine',
  'unit-file',
] as const;

/**
 * Life-cycle of a service (domain.md 3.1, 4.1; exchange.md 7.a: INC -> CEU* -> SOR). An exit that is
 * announced changes no state: it is a fact to come, and takes effect on its day.
 */
export const volunteerMachine: Machine<
  VolunteerState,
  VolunteerCommand,
  ActingRole,
  Volunteer,
  VolunteerContext,
  VolunteerRefusal
> = {
  name: 'volunteer',
  initial: 'postponed',
  final: ['exited'],
  states: VOLUNTEER_STATES,
  transitions: {
    incorporate: {
      from: ['postponed', 'absent'],
      to: 'in-service',
      by: UNIT,
      guard: incorporationRefusal,
      emits: 'volunteer.incorporated.v1',
      about: 'Le jeune est incorporé.',
    },
    postpone: {
      from: ['postponed', 'absent'],
      to: 'postponed',
      by: UNIT,
      guard: incorporationRefusal,
      emits: 'volunteer.postponed.v1',
      about: 'L’incorporation est reportée.',
    },
    miss: {
      from: ['postponed', 'absent'],
      to: 'absent',
      by: UNIT,
      guard: incorporationRefusal,
      emits: 'volunteer.absent.v1',
      about: 'Le jeune ne s’est pas présenté le jour de l’incorporation.',
    },
    amend: {
      from: ['in-service'],
      to: 'in-service',
      by: UNIT,
      emits: 'volunteer.amended.v1',
      about: 'La filière, le site ou la fin prévue change.',
    },
    'report-presence': {
      from: ['in-service'],
      to: 'in-service',
      by: UNIT,
      guard: presenceRefusal,
      emits: 'volunteer.presence-reported.v1',
      about: 'L’unité dit, pour un mois, si le jeune est en service ou absent depuis longtemps.',
    },
    'announce-exit': {
      from: ['in-service'],
      to: 'in-service',
      by: UNIT,
      guard: announcementRefusal,
      emits: 'volunteer.exit-announced.v1',
      about: 'L’unité annonce une sortie à venir : la mission locale prépare le retour.',
    },
    exit: {
      from: ['in-service'],
      to: 'exited',
      by: UNIT,
      guard: exitRefusal,
      emits: 'volunteer.exited.v1',
      about: 'Le jeune quitte l’unité : abandon, fin de contrat ou autre sortie.',
    },
    'take-effect': {
      from: ['in-service'],
      to: 'exited',
      by: ['system'],
      guard: effectRefusal,
      emits: 'volunteer.exit-took-effect.v1',
      about: 'Le jour d’une sortie annoncée est venu.',
    },
    'correct-exit': {
      from: ['exited'],
      to: 'exited',
      isUndoing: true,
      by: UNIT,
      guard: exitRefusal,
      emits: 'volunteer.exit-corrected.v1',
      about: 'L’unité corrige la date, le motif ou la situation d’une sortie.',
    },
    resume: {
      from: ['in-service', 'exited'],
      to: 'in-service',
      isUndoing: true,
      by: UNIT,
      guard: resumptionRefusal,
      emits: 'volunteer.resumed.v1',
      about: 'La sortie, faite ou annoncée, était une erreur : le jeune reste en service.',
    },
    // What was said by mistake never counted: the service is as the rest says (exchange.md 7.e.3).
    restate: {
      from: VOLUNTEER_STATES,
      to: VOLUNTEER_STATES,
      isUndoing: true,
      by: ['unit-file'],
      emits: 'volunteer.restated.v1',
      about:
        'Un fichier a été remplacé, corrigé ou reçu en retard : le dossier redevient ce que disent tous les autres.',
    },
  },
};
