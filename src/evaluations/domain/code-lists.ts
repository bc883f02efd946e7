import { codeList } from '../../kernel/index.js';

/** What a note speaks of: of the work together, never of a person. */
export const EVALUATION_POINTS = codeList('point_bilan', 'Point du bilan', {
  SEANCES_INFORMATION: 'Séances d’information',
  OFFRE_LISIBLE: 'Connaissance de l’offre',
  PREPARATION_DOSSIERS: 'Préparation des dossiers',
  DELAIS_REPONSE: 'Délais de réponse',
  CONTACTS_EQUIPES: 'Contacts entre les équipes',
  ECHANGES_DONNEES: 'Échanges de données',
  SUIVI_PENDANT_SERVICE: 'Suivi pendant le service',
  PREPARATION_SORTIES: 'Préparation des sorties',
  RETOURS_MISSION_LOCALE: 'Retours vers la mission locale',
  SUIVI_APRES_SORTIE: 'Suivi après la sortie',
});
export type EvaluationPoint = (typeof EVALUATION_POINTS)['values'][number]['code'];

export const SIDES = ['mission-locale', 'unit'] as const;
/** Who says it. */
export type Side = (typeof SIDES)[number];
