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

/**
 * Sides of the reasons of an end before the term (ADR 0049). Force majeure stands with what comes from
 * nobody: apart, it would count medical ends (PRV-21).
 */
export const SIDE_WORDS = [
  ['young', 'du fait du jeune'],
  ['unit', 'du fait de l’unité'],
  ['other', 'force majeure ou autre motif'],
] as const;

/** Outcomes that are neither fit nor to wait, by the side they come from; a test compares them. */
export const OUTCOME_SIDES = [
  ['UNITE', 'Du fait de l’unité', ['outcome-AJOURNE', 'outcome-refused']],
  ['JEUNE', 'Du fait du jeune', ['outcome-ABSENT', 'outcome-DESISTEMENT']],
  ['MISSION_LOCALE', 'Du fait de la mission locale', ['outcome-DOSSIER_INCOMPLET']],
  ['TIERS', 'Du fait d’un tiers', ['outcome-NON_ELIGIBLE', 'outcome-REORIENTE_AUTRE']],
  ['FORCE_MAJEURE', 'Force majeure', ['outcome-SANS_OBJET']],
] as const;
