import type { FaultLevel } from './fault-level.js';

/** One kind of fault of a row: what the report says, and what the sender can do about it. */
export interface RowFault {
  /** Closest error type of frictionless, so that partners can compare with their own validator. */
  readonly type: string;
  readonly level: FaultLevel;
  /** French; `{titre}` is the title of the column, `{attendu}` what the column takes. */
  readonly message: string;
  readonly correction: string;
  /** True when the value must be kept nowhere, rejects file included (exchange.md 6.5 #92). */
  readonly isDestroyed?: true;
}

const L = 'BLOQUANT_LIGNE';
const A = 'AVERTISSEMENT';
const Q = 'A_CONFIRMER';
const I = 'INFORMATION';

/** Faults of rows and cells, under the codes of exchange.md 6.2, 6.3, 6.5 and 6.6. */
export const ROW_FAULTS = {
  'constraint-error': {
    type: 'constraint-error',
    level: L,
    message: 'La valeur de « {titre} » n’est pas de la forme attendue.',
    correction: 'Indiquer {attendu}.',
  },
  'type-error': {
    type: 'type-error',
    level: L,
    message: 'La valeur de « {titre} » n’est pas du type attendu.',
    correction: 'Indiquer {attendu}.',
  },
  FORMAT_DATE: {
    type: 'type-error',
    level: L,
    message: 'La date de « {titre} » n’est pas écrite au format demandé.',
    correction: 'Indiquer {attendu}.',
  },
  DATE_FUTURE: {
    type: 'constraint-error',
    level: L,
    message: 'La date de « {titre} » est dans le futur.',
    correction: 'Indiquer la date à laquelle l’événement a eu lieu, au plus tard ce jour.',
  },
  AGE_IMPOSSIBLE: {
    type: 'row-constraint',
    level: L,
    message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
    correction: 'Vérifier la date de naissance et la date de l’événement.',
  },
  AGE_HORS_DISPOSITIF: {
    type: 'row-constraint',
    level: Q,
    message: 'L’âge de la personne n’est pas compris entre 16 et 26 ans.',
    correction: 'Corriger la date de naissance, ou confirmer que la ligne est exacte.',
  },
  ZERO_PERDU: {
    type: 'constraint-error',
    level: L,
    message: 'Le zéro de tête de « {titre} » semble perdu.',
    correction: 'Mettre la colonne au format texte dans le tableur, puis indiquer {attendu}.',
  },
  NOTATION_SCIENTIFIQUE: {
    type: 'constraint-error',
    level: L,
    message:
      'Le tableur a remplacé la valeur de « {titre} » par une notation scientifique : des chiffres sont perdus.',
    correction:
      'Mettre la colonne au format texte dans le tableur, puis saisir à nouveau la valeur.',
  },
  CODE_INCONNU: {
    type: 'constraint-error',
    level: L,
    message: 'Le code de « {titre} » n’existe pas dans la liste.',
    correction: 'Indiquer {attendu}.',
  },
  CODE_OBSOLETE: {
    type: 'constraint-error',
    level: A,
    message: 'Le code de « {titre} » n’est plus en vigueur.',
    correction: 'Employer le code qui le remplace.',
  },
  CODE_CASSE: {
    type: 'constraint-error',
    level: A,
    message: 'Le code de « {titre} » n’est pas écrit en majuscules ; il a été compris.',
    correction: 'Écrire les codes en majuscules.',
  },
  CODE_COMMUNE_ANCIEN: {
    type: 'constraint-error',
    level: A,
    message: 'Le code de « {titre} » est celui d’une commune qui n’existe plus.',
    correction: 'Employer le code de la commune actuelle.',
  },
  CODE_COMMUNE_INCONNU: {
    type: 'constraint-error',
    level: L,
    message: 'Le code de « {titre} » n’est celui d’aucune commune ni d’aucun pays.',
    correction: 'Indiquer le code INSEE, qui n’est pas le code postal.',
  },
  HORS_PERIMETRE: {
    type: 'row-constraint',
    level: L,
    message: 'Cette ligne ne relève pas de l’organisme qui dépose le fichier.',
    correction: 'Retirer la ligne, ou corriger « {titre} ».',
  },
  TEXTE_MAL_ENCODE: {
    type: 'constraint-error',
    level: L,
    message: 'Les accents de « {titre} » ont été altérés par un double encodage.',
    correction: 'Enregistrer à nouveau le fichier en UTF-8 à partir des données d’origine.',
  },
  CARACTERE_PERDU: {
    type: 'constraint-error',
    level: L,
    message: 'Un caractère de « {titre} » a été perdu avant le dépôt.',
    correction:
      'Reprendre la valeur dans les données d’origine et enregistrer le fichier en UTF-8.',
  },
  TEXTE_NORMALISE: {
    type: 'constraint-error',
    level: I,
    message: 'Des espaces ou des caractères invisibles de « {titre} » ont été retirés.',
    correction: 'Aucune action n’est nécessaire.',
  },
  SAUT_LIGNE_DANS_CHAMP: {
    type: 'constraint-error',
    level: L,
    message: 'La valeur de « {titre} » contient un saut de ligne.',
    correction: 'Écrire la valeur sur une seule ligne.',
  },
  CONTENU_INTERDIT: {
    type: 'constraint-error',
    level: L,
    message:
      'La valeur de « {titre} » ressemble à une donnée de santé ou à un numéro de sécurité sociale.',
    correction:
      'Retirer cette donnée : elle ne doit jamais être transmise. Elle n’a pas été conservée.',
    isDestroyed: true,
  },
  'extra-cell': {
    type: 'extra-cell',
    level: L,
    message: 'La ligne a plus de cellules que l’en-tête.',
    correction: 'Vérifier les séparateurs et les guillemets de la ligne.',
  },
  'missing-cell': {
    type: 'missing-cell',
    level: L,
    message: 'La ligne a moins de cellules que l’en-tête.',
    correction: 'Vérifier les séparateurs et les guillemets de la ligne.',
  },
  'blank-row': {
    type: 'blank-row',
    level: A,
    message: 'La ligne est vide.',
    correction: 'Retirer la ligne vide.',
  },
  LIGNE_PARASITE: {
    type: 'row-constraint',
    level: L,
    message:
      'La ligne n’est pas une ligne de données : elle ressemble à un total ou à un commentaire.',
    correction: 'Retirer la ligne.',
  },
  'duplicate-row': {
    type: 'duplicate-row',
    level: A,
    message: 'La ligne répète une autre ligne du fichier ; une seule a été gardée.',
    correction: 'Retirer la ligne en double.',
  },
  'primary-key': {
    type: 'primary-key',
    level: L,
    message: 'Plusieurs lignes du fichier portent la même clé avec des contenus différents.',
    correction: 'Ne garder que la ligne exacte ; aucune n’a été prise en compte.',
  },
  SUITE_CONTRADICTOIRE: {
    type: 'row-constraint',
    level: L,
    message: 'Cette suite contredit une autre suite donnée à la même date.',
    correction: 'Vérifier la suite et sa date.',
  },
  REFERENCE_INCONNUE: {
    type: 'foreign-key',
    level: L,
    message: 'Aucun dossier connu ne porte cette référence.',
    correction: 'Vérifier la référence reçue avec l’orientation.',
  },
  CHRONOLOGIE: {
    type: 'row-constraint',
    level: L,
    message: 'Une date ne s’accorde pas avec les autres dates de la ligne ou du dossier.',
    correction:
      'Comparer la date de la colonne indiquée aux autres dates de la ligne et du dossier.',
  },
  TRANSITION_INTERDITE: {
    type: 'row-constraint',
    level: L,
    message: 'Le dossier ne peut pas passer à cet état.',
    correction: 'Vérifier l’état ; pour revenir en arrière, envoyer une ligne CORRECTION.',
  },
  PHOTO_CONTREDIT_SIGNALEMENT: {
    type: 'row-constraint',
    level: Q,
    message: 'La ligne contredit un signalement du même mois : c’est elle qui est prise.',
    correction: 'Vérifier le dossier ; rien à faire si la ligne est exacte.',
  },
  IDENTITE_INCOHERENTE: {
    type: 'row-constraint',
    level: L,
    message: 'L’identité de la ligne n’est pas celle du dossier désigné.',
    correction: 'Vérifier la référence et l’identité.',
  },
  IDENTITE_SANS_ACCORD: {
    type: 'row-constraint',
    level: L,
    message: 'L’identité d’une personne sans accord a été transmise : elle a été effacée.',
    correction: 'Vider les colonnes d’identité et de contact, ou indiquer l’accord et sa date.',
    isDestroyed: true,
  },
  IDENTITE_ECART: {
    type: 'row-constraint',
    level: Q,
    message: 'L’identité de la ligne diffère un peu de celle du dossier.',
    correction: 'Vérifier l’identité, ou confirmer la ligne.',
  },
  HOMONYME_POSSIBLE: {
    type: 'row-constraint',
    level: Q,
    message: 'Un autre dossier porte la même identité.',
    correction: 'Vérifier s’il s’agit de la même personne ; rien n’a été rattaché d’office.',
  },
  JUMEAUX_POSSIBLES: {
    type: 'row-constraint',
    level: Q,
    message: 'Une autre personne a le même nom et les mêmes date et lieu de naissance.',
    correction: 'Une personne va comparer les deux dossiers.',
  },
  NOM_PRENOM_INVERSES: {
    type: 'row-constraint',
    level: Q,
    message: 'Le nom et le prénom semblent inversés.',
    correction: 'Vérifier le nom et le prénom.',
  },
  DATE_NAISSANCE_PARTIELLE: {
    type: 'row-constraint',
    level: Q,
    message: 'La date de naissance n’est connue qu’en partie.',
    correction: 'Compléter la date si elle est connue, ou confirmer la ligne.',
  },
  TROP_DE_CANDIDATS: {
    type: 'row-constraint',
    level: Q,
    message: 'Trop de dossiers ressemblent à cette personne pour être comparés.',
    correction:
      'Compléter l’identité : lieu de naissance, prénoms, date complète ou numéro i-milo.',
  },
  SEXE_ECART: {
    type: 'row-constraint',
    level: Q,
    message: 'Le sexe indiqué diffère de celui du dossier.',
    correction: 'Vérifier le sexe, ou confirmer la ligne.',
  },
} as const satisfies Record<string, RowFault>;
export type RowFaultCode = keyof typeof ROW_FAULTS;

/** True for a code of this catalogue. */
export function isRowFaultCode(code: string): code is RowFaultCode {
  return Object.hasOwn(ROW_FAULTS, code);
}

/** True for a fault whose value must be kept nowhere (exchange.md 6.5 #92; 7.a, DIR). */
export function isDestroyed({ code }: { readonly code: string }): boolean {
  return isRowFaultCode(code) && 'isDestroyed' in ROW_FAULTS[code];
}
