import type { DoorFaultEntry } from './door-fault.js';

const F = 'BLOQUANT_FICHIER';
const A = 'AVERTISSEMENT';

/** Faults of a deposit and of its container (exchange.md 6.1 and 6.2); rule ids follow its lines. */
export const FILE_FAULTS = {
  MANIFESTE_ABSENT: {
    rule: 'FIC-R002',
    level: F,
    message: 'Le fichier de données est arrivé sans son manifeste.',
    correction: 'Déposer à nouveau le fichier avec son manifeste « {manifeste} ».',
  },
  DONNEES_ABSENTES: {
    rule: 'FIC-R003',
    level: F,
    message: 'Le manifeste est arrivé sans son fichier de données.',
    correction: 'Déposer à nouveau le fichier de données avec son manifeste.',
  },
  'DONNEES_ABSENTES:CHEMIN': {
    rule: 'FIC-R003A',
    level: F,
    message: 'Le chemin indiqué n’existe pas, ou n’est pas accessible.',
    correction: 'Vérifier le chemin et le nom du fichier, puis relancer le contrôle.',
  },
  'DONNEES_ABSENTES:DOSSIER': {
    rule: 'FIC-R003B',
    level: F,
    message: 'Le chemin indiqué est un dossier, et non un fichier.',
    correction: 'Indiquer le chemin du fichier CSV à contrôler.',
  },
  OCTETS_DIFFERENTS: {
    rule: 'FIC-R004',
    level: F,
    message: 'Le fichier reçu est incomplet : le transfert s’est interrompu.',
    correction: 'Déposer à nouveau le fichier et son manifeste.',
  },
  DOUBLON_IDENTIQUE: {
    rule: 'FIC-R005',
    level: 'INFORMATION',
    message: 'Ce fichier a déjà été reçu : l’accusé d’enregistrement est le même.',
    correction: 'Aucune action n’est nécessaire.',
  },
  NOM_DEJA_UTILISE: {
    rule: 'FIC-R006',
    level: F,
    message: 'Un autre fichier du même nom a déjà été reçu.',
    correction: 'Déposer le fichier sous le numéro de séquence suivant.',
  },
  CONTENU_DEJA_RECU: {
    rule: 'FIC-R007',
    level: 'A_CONFIRMER',
    message: 'Le même contenu a déjà été reçu sous une autre séquence.',
    correction:
      'Confirmer ce dépôt s’il est voulu ; pour corriger, déposer un fichier de nature C tant que la période est ouverte.',
  },
  OBJET_NON_ORDINAIRE: {
    rule: 'FIC-R008',
    level: F,
    message: 'L’objet déposé n’est pas un fichier ordinaire.',
    correction: 'Déposer un fichier, et non un lien ou un dossier.',
  },
  NOM_INVALIDE: {
    rule: 'FIC-R009',
    level: F,
    message: 'Le nom du fichier n’a pas la forme attendue.',
    correction:
      'Nommer le fichier FLUX_MODE_EMETTEUR_PERIODE_SEQUENCE_NATURE_vVERSION.csv, par exemple {exemple}.',
  },
  'NOM_INVALIDE:FLUX': {
    rule: 'FIC-R009A',
    level: F,
    message: 'Le nom du fichier commence par un flux inconnu.',
    correction: 'Commencer le nom par l’un des flux {flux}.',
  },
  'NOM_INVALIDE:FLUX_NON_EMIS': {
    rule: 'FIC-R009D',
    level: F,
    message: 'Le flux {flux} existe, mais il n’est pas envoyé par cet organisme.',
    correction: 'Vérifier l’organisme qui dépose ; le nom commence par l’un des flux {permis}.',
  },
  'NOM_INVALIDE:PERIODE': {
    rule: 'FIC-R009B',
    level: F,
    message: 'La période du nom de fichier n’existe pas, ou ne convient pas à la nature {nature}.',
    correction: 'Indiquer {attendu}.',
  },
  'NOM_INVALIDE:SEQUENCE': {
    rule: 'FIC-R009C',
    level: F,
    message: 'Le numéro de séquence 000000 n’existe pas.',
    correction: 'Numéroter les fichiers à partir de 000001.',
  },
  EMETTEUR_USURPE: {
    rule: 'FIC-R010',
    level: F,
    message: 'L’émetteur annoncé n’est pas l’organisme qui dépose le fichier.',
    correction: 'Indiquer {emetteur} dans le nom du fichier et dans le manifeste.',
  },
  CONVENTION_INACTIVE: {
    rule: 'FIC-R011',
    level: F,
    message: 'Aucune convention en vigueur ne couvre cet échange pour la période {periode}.',
    correction: 'Vérifier la période, ou contacter le référent de la convention.',
  },
  TAILLE_EXCESSIVE: {
    rule: 'FIC-R015',
    level: F,
    message: 'Le fichier dépasse la taille acceptée de {limite} Mo.',
    correction: 'Vérifier le contenu du fichier, ou le répartir sur plusieurs dépôts.',
  },
  DEBIT_EXCESSIF: {
    rule: 'FIC-R016',
    level: F,
    message: 'Trop de dépôts ont été faits en peu de temps.',
    correction: 'Attendre {secondes} secondes avant de déposer à nouveau.',
  },
  DATE_FICHIER_FUTURE: {
    rule: 'FIC-R018',
    level: A,
    message: 'La date de génération du manifeste est dans le futur.',
    correction: 'Régler l’horloge de l’ordinateur qui produit le fichier.',
  },
  'DATE_FICHIER_FUTURE:PLUS_D_UN_JOUR': {
    rule: 'FIC-R018A',
    level: F,
    message: 'La date de génération du manifeste est dans le futur de plus d’un jour.',
    correction: 'Régler l’horloge de l’ordinateur, puis produire et déposer à nouveau le fichier.',
  },
  MODE_INCOHERENT: {
    rule: 'FIC-R019',
    level: F,
    message:
      'Le mode essai (T) ou production (P) n’est pas le même partout, ou n’est pas permis à ce compte.',
    correction: 'Indiquer le même mode dans le nom du fichier et dans le manifeste.',
  },
  FORMAT_NON_PRIS_EN_CHARGE: {
    rule: 'FIC-R026',
    level: F,
    message: 'Ce format de fichier n’est pas pris en charge.',
    correction: 'Déposer un fichier CSV dont le nom se termine par « .csv ».',
  },
  FICHIER_PROTEGE: {
    rule: 'FIC-R027',
    level: F,
    message: 'Le fichier semble protégé par un mot de passe.',
    correction: 'Retirer le mot de passe et déposer le fichier CSV.',
  },
  TYPE_REEL_DIFFERENT: {
    rule: 'FIC-R030',
    level: F,
    message: 'Le fichier est nommé « .csv » mais son contenu est d’un autre type.',
    correction: 'Enregistrer les données au format CSV ; changer le nom ne suffit pas.',
  },
  ENCODAGE_CONVERTI: {
    rule: 'FIC-R034',
    level: A,
    message: 'Le fichier n’est pas en UTF-8 : il a été lu comme {encodage} et converti.',
    correction: 'Vérifier les accents, et enregistrer les prochains fichiers en UTF-8.',
  },
  ENCODAGE_INDETERMINE: {
    rule: 'FIC-R035',
    level: F,
    message: 'L’encodage du fichier ne peut pas être reconnu avec certitude.',
    correction: 'Enregistrer le fichier en UTF-8 et le déposer à nouveau.',
  },
  ENCODAGE_MIXTE: {
    rule: 'FIC-R036',
    level: F,
    message: 'Le fichier mélange plusieurs encodages, la première fois à la ligne {ligne}.',
    correction: 'Produire le fichier en entier en UTF-8 et le déposer à nouveau.',
  },
  OCTET_NUL: {
    rule: 'FIC-R040',
    level: F,
    message: 'Le fichier contient un octet nul à la ligne {ligne}.',
    correction: 'Produire à nouveau le fichier : il est abîmé.',
  },
  FICHIER_VIDE: {
    rule: 'FIC-R041',
    level: F,
    message: 'Le fichier est vide.',
    correction: 'S’il n’y a rien à déclarer, déposer un fichier de nature N avec son en-tête.',
  },
  AUCUNE_LIGNE: {
    rule: 'FIC-R042',
    level: F,
    message: 'Le fichier n’a aucune ligne de données.',
    correction: 'S’il n’y a rien à déclarer, déposer un fichier de nature N.',
  },
  'NEANT_AVEC_LIGNES:ANNULATION': {
    rule: 'FIC-R043A',
    level: F,
    message: 'Le fichier annule la période (nature A) mais compte {lignes} ligne(s) de données.',
    correction: 'Retirer les lignes, ou déposer le fichier sous la nature R.',
  },
  NEANT_AVEC_LIGNES: {
    rule: 'FIC-R043',
    level: F,
    message: 'Le fichier est de nature N (néant) mais compte {lignes} ligne(s) de données.',
    correction: 'Retirer les lignes, ou déposer le fichier sous la nature I.',
  },
} as const satisfies Record<string, DoorFaultEntry>;
