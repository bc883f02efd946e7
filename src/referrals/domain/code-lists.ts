import { codeList } from '../../kernel/index.js';

/** Kind of volunteer contract aimed at (domain.md 1.2, 2.1). */
export const VOLUNTEER_TYPES = codeList('type_volontariat', 'Type de volontariat', {
  VS: 'Volontaire stagiaire',
  VT: 'Volontaire technicien',
  VE: 'Volontaire expert',
});
export type VolunteerType = (typeof VOLUNTEER_TYPES)['values'][number]['code'];

/** Declared diploma level, decree 2019-14 and the two older infra-3 levels (domain.md 3.4). */
export const DIPLOMA_LEVELS = codeList('niveau_diplome', 'Niveau de diplôme déclaré', {
  INFRA3_VI: 'Sortie avant la 3e (ancien niveau VI)',
  INFRA3_VBIS: 'Niveau 3e, CAP ou BEP non achevé (ancien niveau V bis)',
  N3: 'Niveau 3 (CAP, BEP)',
  N4: 'Niveau 4 (baccalauréat)',
  N5: 'Niveau 5 (bac + 2)',
  N6: 'Niveau 6 (bac + 3 ou 4)',
  N7: 'Niveau 7 (master)',
  N8: 'Niveau 8 (doctorat)',
  NON_CONNU: 'Non connu',
});
export type DiplomaLevel = (typeof DIPLOMA_LEVELS)['values'][number]['code'];

/** Support scheme followed with the mission locale (domain.md 5, exchange.md 7.a ORI). */
export const SUPPORT_SCHEMES = codeList('accompagnement', 'Accompagnement en cours', {
  CEJ: 'Contrat d’engagement jeune',
  PACEA: 'PACEA',
  AUTRE: 'Autre accompagnement',
  AUCUN: 'Aucun accompagnement',
});
export type SupportScheme = (typeof SUPPORT_SCHEMES)['values'][number]['code'];

/** What the mission locale has prepared (exchange.md 7.a ORI; domain.md 2.3). */
export const PREREQUISITES = codeList('prerequis', 'Prérequis réunis', {
  SEANCE_INFORMATION: 'Séance d’information suivie',
  JDC_A_JOUR: 'Journée défense et citoyenneté à jour',
  PIECES_COMPLETES: 'Pièces du dossier complètes',
  PROJET_VALIDE: 'Projet validé',
  MOBILITE: 'Mobilité possible',
  PERMIS_EN_COURS: 'Permis de conduire en cours',
  CERTIFICAT_SPORT: 'Certificat médical de sport remis',
});
export type Prerequisite = (typeof PREREQUISITES)['values'][number]['code'];

/** State of a referral as the files say it (exchange.md 7.a ORI). */
export const REFERRAL_STATES_IN_FILES = codeList('etat_orientation', 'État de l’orientation', {
  TRANSMISE: 'Transmise',
  MAINTENUE: 'Maintenue',
  RETIREE: 'Retirée',
});
export type ReferralStateInFiles = (typeof REFERRAL_STATES_IN_FILES)['values'][number]['code'];

/** Why a manager opens a medical conclusion; recorded in the audit (interface.md 0.3). */
export const OPENING_REASONS = codeList('motif_ouverture', 'Motif d’ouverture de la conclusion', {
  REMPLACEMENT_CONSEILLER: 'Remplacement du conseiller en charge',
  SUIVI_DU_JEUNE: 'Suivi du jeune avec le conseiller',
  DEMANDE_DU_JEUNE: 'À la demande du jeune',
});
export type OpeningReason = (typeof OPENING_REASONS)['values'][number]['code'];
