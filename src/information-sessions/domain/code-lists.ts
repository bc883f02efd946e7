import { codeList, reasonTree } from '../../kernel/index.js';

/** What the unit answers to an invitation (source 003: it commits itself to be there). */
export const UNIT_PRESENCES = codeList('presence_unite', 'Présence de l’unité', {
  SUR_PLACE: 'Présente sur place',
  A_DISTANCE: 'Présente à distance',
  ABSENTE: 'Absente',
});
export type UnitPresence = (typeof UNIT_PRESENCES)['values'][number]['code'];

/** The answer of a unit that sends nobody. */
export const UNIT_ABSENT = 'ABSENTE' satisfies UnitPresence;

/** Whether somebody who was registered came. */
export const ATTENDANCES = codeList('assiduite', 'Venue à la séance', {
  PRESENT: 'Présent',
  ABSENT: 'Absent',
  EXCUSE: 'Excusé',
});
export type Attendance = (typeof ATTENDANCES)['values'][number]['code'];

/** Why a mission locale cancels a session: never a free text. */
export const CANCEL_REASONS = codeList('motif_annulation', 'Motif de l’annulation', {
  UNITE_ABSENTE: 'L’unité ne peut pas venir',
  TROP_PEU_INSCRITS: 'Trop peu d’inscrits',
  LIEU_INDISPONIBLE: 'Le lieu n’est plus disponible',
  REPORTEE: 'Remplacée par une autre séance',
  AUTRE: 'Autre motif',
});
export type CancelReason = (typeof CANCEL_REASONS)['values'][number]['code'];

/** The same on two levels, with the side they come from (ADR 0049). */
export const CANCEL_REASON_TREE = reasonTree(CANCEL_REASONS, [
  { label: 'Absence', side: 'UNITE', codes: ['UNITE_ABSENTE'] },
  { label: 'Inscriptions', side: 'JEUNE', codes: ['TROP_PEU_INSCRITS'] },
  { label: 'Nouvelle date', side: 'MISSION_LOCALE', codes: ['REPORTEE'] },
  { label: 'Lieu', side: 'TIERS', codes: ['LIEU_INDISPONIBLE'] },
  { label: 'Autre', side: null, codes: ['AUTRE'] },
]);
