/** Finer reasons, given in `precision` when the code alone does not say enough (contract.md 3). */
export const FAULT_PRECISIONS = {
  VALEUR_OBLIGATOIRE: {
    message: '« {titre} » doit être renseigné.',
    correction: 'Indiquer {attendu}.',
  },
  TROP_LONG: {
    message: 'La valeur de « {titre} » est trop longue.',
    correction: 'Indiquer {attendu}.',
  },
  TROP_PETIT: {
    message: 'La valeur de « {titre} » est trop petite.',
    correction: 'Indiquer {attendu}.',
  },
  TROP_GRAND: {
    message: 'La valeur de « {titre} » est trop grande.',
    correction: 'Indiquer {attendu}.',
  },
  DEBUT_INTERDIT: {
    message: 'La valeur de « {titre} » commence comme une formule de tableur.',
    correction: 'Retirer le premier caractère : =, +, -, @ et les tabulations sont refusés.',
  },
  CARACTERE_INTERDIT: {
    message: 'La valeur de « {titre} » contient un caractère de commande.',
    correction: 'Retirer les caractères invisibles de la valeur.',
  },
  CLE_CONTROLE: {
    message:
      'Le dernier caractère de la référence ne correspond pas au reste : une erreur de saisie est probable.',
    correction: 'Recopier la référence exacte, reçue avec l’orientation.',
  },
  DATE_IMPOSSIBLE: {
    message: 'La date de « {titre} » n’existe pas dans le calendrier.',
    correction: 'Indiquer une date réelle : {attendu}.',
  },
  JOUR_MOIS_ANNEE: {
    message: 'La date de « {titre} » est écrite jour/mois/année ; elle a été convertie.',
    correction: 'Écrire les dates au format AAAA-MM-JJ.',
  },
  NUMERO_EXCEL: {
    message: 'La date de « {titre} » est un numéro de jour du tableur.',
    correction: 'Mettre la colonne au format texte et indiquer {attendu}.',
  },
  BOOLEEN: {
    message: '« {titre} » attend O ou N.',
    correction: 'Indiquer O pour oui, N pour non.',
  },
  LIBELLE: {
    message: '« {titre} » contient un libellé à la place d’un code.',
    correction: 'Indiquer {attendu}.',
  },
  FIN_DE_FICHIER: {
    message: 'Le fichier se termine par une ligne vide.',
    correction: 'Aucune action n’est nécessaire.',
  },
  NON_CROISSANT: {
    message: 'Les identifiants de ligne doivent être uniques et croissants.',
    correction: 'Numéroter les lignes dans l’ordre : 1, 2, 3…',
  },
} as const satisfies Record<string, { message: string; correction: string }>;
export type FaultPrecision = keyof typeof FAULT_PRECISIONS;
