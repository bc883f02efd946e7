import type { AnomalyEntry } from './anomaly-entry.js';
import type { AnomalyGroup } from './report-subject.js';

/**
 * What the emitter of a file set aside reads instead of a report on its rows (RPI, exchange.md 7.d): the
 * fault is ours, it has nothing to do.
 */
export const INCIDENT: AnomalyGroup = {
  code: 'EN_ERREUR_INTERNE',
  level: 'INFORMATION',
  column: null,
  message:
    'Incident de notre fait : le traitement du fichier s’est interrompu. Le fichier est conservé, aucune ligne n’est appliquée.',
  correction:
    'Rien à faire de votre côté : nos équipes reprennent le traitement, et le compte rendu suivra. N’envoyez pas le fichier de nouveau.',
  count: 1,
};

/** The same as the one line of a report. */
export const INCIDENT_ENTRY: AnomalyEntry = {
  ligne: null,
  identifiant_ligne: null,
  colonne: null,
  position: null,
  type: 'platform-error',
  code: INCIDENT.code,
  precision: null,
  niveau: INCIDENT.level,
  valeur: null,
  message: INCIDENT.message,
  correction: INCIDENT.correction,
  regle: null,
  cascade_de: null,
};
