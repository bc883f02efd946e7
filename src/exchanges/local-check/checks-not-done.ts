/** What only the service can decide, for a person to know what remains open. */
export const CHECKS_NOT_DONE: readonly string[] = [
  'Droits du compte qui dépose, et organisme au nom duquel il dépose.',
  'Taille maximale des fichiers et nombre de dépôts par minute.',
  'Numéro de séquence, doublons et fichiers déjà reçus.',
  'Ouverture et clôture de la période : elle est supposée ouverte.',
  'Conventions en vigueur entre la mission locale et l’unité.',
  'Références d’orientation, dossiers connus et identité des personnes.',
  'Passage d’un état à l’autre des dossiers.',
  'Version de la notice d’information en vigueur.',
  'Écarts avec les fichiers précédents.',
];
