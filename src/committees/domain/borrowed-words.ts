/**
 * Outcomes that are neither fit nor refused, as the committee reads them (domain.md 3.2). A test compares
 * their codes with the list of the candidacies.
 */
export const OUTCOME_WORDS = [
  ['AJOURNE', 'Ajournés'],
  ['NON_ELIGIBLE', 'Condition non remplie'],
  ['DOSSIER_INCOMPLET', 'Dossier incomplet'],
  ['ABSENT', 'Absents à la convocation'],
  ['DESISTEMENT', 'Désistements'],
  ['REORIENTE_AUTRE', 'Réorientés vers un autre dispositif'],
  ['SANS_OBJET', 'Sans objet'],
] as const;

/** School levels from the unit's own test (domain.md 3.4), but for those that were not tested. */
export const ASSESSED_WORDS = [
  ['ILLETTRISME', 'Situation d’illettrisme'],
  ['TRES_FAIBLE', 'Très faibles capacités'],
  ['MEDIOCRE', 'Niveau médiocre'],
  ['EFFICACE', 'Niveau efficace'],
] as const;
