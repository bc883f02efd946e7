/**
 * The rule of the computed extension as a person reads it (domain.md 5.1; code du travail R.5131-16 II,
 * in a version before 2025: neither its list of bodies nor the reform was verified).
 */
export const EXTENSION_RULE =
  'Quand un jeune entre au SMA ou au SMV avant la fin de son CEJ, le contrat se prolonge jusqu’au dernier jour du deuxième mois qui suit sa sortie (code du travail, R. 5131-16). L’application de cette règle au SMA et au SMV est à confirmer par la mission locale.';
