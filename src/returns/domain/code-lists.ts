import { codeList } from '../../kernel/index.js';

/**
 * What the mission locale answers to a return (exchange.md 7.a, PEC; domain.md 10.1). Whom nobody
 * reached is never told as taken care of (peers.md 10.6).
 */
export const RETURN_ANSWERS = codeList('code_prise_en_charge', 'Réponse de la mission locale', {
  RDV_PRIS: 'Rendez-vous pris',
  DEJA_ACCOMPAGNE: 'Déjà accompagné par la mission locale',
  NOUVEAU_PROJET: 'Nouveau projet en cours',
  NOUVEAU_CONTRAT: 'Nouveau contrat signé',
  NE_SOUHAITE_PAS: 'Ne souhaite pas d’accompagnement',
  REORIENTATION: 'Réorienté vers une autre structure',
  CONTACTE_SANS_RETOUR: 'Contacté, sans retour de sa part',
  COORDONNEES_INCORRECTES: 'Coordonnées incorrectes',
  INJOIGNABLE_APRES_RELANCES: 'Injoignable après plusieurs relances',
  HORS_TERRITOIRE: 'Habite hors de notre territoire',
});
export type ReturnAnswer = (typeof RETURN_ANSWERS)['values'][number]['code'];

/** Nobody was reached, and the return goes on. */
export const ATTEMPT_ANSWERS = [
  'CONTACTE_SANS_RETOUR',
  'COORDONNEES_INCORRECTES',
] as const satisfies readonly ReturnAnswer[];

/** The young person was reached: that closes the return. */
export const REACHED_ANSWERS = [
  'RDV_PRIS',
  'DEJA_ACCOMPAGNE',
  'NOUVEAU_PROJET',
  'NOUVEAU_CONTRAT',
  'NE_SOUHAITE_PAS',
  'REORIENTATION',
] as const satisfies readonly ReturnAnswer[];

/** Closes the return although nobody was reached, and only after enough attempts. */
export const UNREACHABLE = 'INJOIGNABLE_APRES_RELANCES' as const satisfies ReturnAnswer;

/** Somebody else's to take. */
export const ELSEWHERE = 'HORS_TERRITOIRE' as const satisfies ReturnAnswer;

/** True when the answer says that somebody spoke with the young person, or takes care of them. */
export function isReached(code: ReturnAnswer): boolean {
  return REACHED_ANSWERS.some((reached) => reached === code);
}
