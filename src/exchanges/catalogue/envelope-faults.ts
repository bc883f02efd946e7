import type { DoorFaultEntry } from './door-fault.js';

const F = 'BLOQUANT_FICHIER';
const A = 'AVERTISSEMENT';

/** Faults of totals, sequence, period and manifest (exchange.md 6.4); rule ids follow its lines. */
export const ENVELOPE_FAULTS = {
  'row-count': {
    rule: 'FIC-R061',
    level: F,
    message: 'Le fichier compte {mesure} ligne(s) de données, le manifeste en annonce {annonce}.',
    correction: 'Produire à nouveau le fichier et son manifeste : l’un des deux est incomplet.',
  },
  'hash-count': {
    rule: 'FIC-R063',
    level: F,
    message: 'L’empreinte SHA-256 du fichier n’est pas celle du manifeste.',
    correction: 'Déposer le fichier tel qu’il a servi à calculer le manifeste, sans le modifier.',
  },
  'byte-count': {
    rule: 'FIC-R063A',
    level: F,
    message: 'Le fichier pèse {mesure} octet(s), le manifeste en annonce {annonce}.',
    correction: 'Déposer le fichier tel qu’il a servi à calculer le manifeste, sans le modifier.',
  },
  'TOTAL_CONTROLE:LIGNES': {
    rule: 'FIC-R063B',
    level: F,
    message: 'Dans le manifeste, la somme de « {cle} » n’est pas le nombre de lignes annoncé.',
    correction: 'Recalculer les totaux du manifeste.',
  },
  'TOTAL_CONTROLE:PAR_TYPE': {
    rule: 'FIC-R063C',
    level: F,
    message: 'Le nombre de lignes de type {type} n’est pas celui du manifeste.',
    correction: 'Vérifier la colonne type_ligne et recalculer les totaux du manifeste.',
  },
  'TOTAL_CONTROLE:PAR_DESTINATAIRE': {
    rule: 'FIC-R063D',
    level: F,
    message:
      'Le nombre de lignes par destinataire n’est pas celui du manifeste ({nombre} écart(s)).',
    correction: 'Vérifier les codes des destinataires et recalculer les totaux du manifeste.',
  },
  'TOTAL_CONTROLE:SOMME_CONTROLE': {
    rule: 'FIC-R063E',
    level: F,
    message: 'La somme de contrôle du manifeste n’est pas celle des lignes du fichier.',
    correction:
      'Comparer le fichier avec la base d’origine : des lignes manquent ou sont en double.',
  },
  SEQUENCE_TROU: {
    rule: 'FIC-R064',
    level: A,
    message: 'Le numéro de séquence attendu était {attendu} : un fichier semble manquer.',
    correction: 'Déposer le fichier manquant, ou signaler qu’il n’existe pas.',
  },
  SEQUENCE_TARDIVE: {
    rule: 'FIC-R065',
    level: A,
    message:
      'Un fichier plus récent a déjà été reçu : seules les lignes encore utiles sont prises.',
    correction: 'Déposer les fichiers dans l’ordre de leurs numéros.',
  },
  SEQUENCE_REUTILISEE: {
    rule: 'FIC-R066',
    level: F,
    message: 'Ce numéro de séquence a déjà servi pour un autre contenu.',
    correction: 'Employer le numéro de séquence {suivant}.',
  },
  PERIODE_CLOSE: {
    rule: 'FIC-R067',
    level: F,
    message: 'La période {periode} est close.',
    correction: 'Envoyer les corrections dans un fichier de nature C, rattachées à leur période.',
  },
  PERIODE_FUTURE: {
    rule: 'FIC-R068',
    level: F,
    message: 'La période {periode} n’a pas commencé.',
    correction: 'Vérifier la période dans le nom du fichier et dans le manifeste.',
  },
  PERIODE_DEJA_DEPOSEE: {
    rule: 'FIC-R069',
    level: F,
    message: 'Un fichier initial a déjà été reçu pour la période {periode}.',
    correction:
      'Tant que la période est ouverte : déposer un fichier de nature R pour le remplacer, ou de nature C pour le compléter.',
  },
  REMPLACEMENT_SANS_INITIAL: {
    rule: 'FIC-R070',
    level: A,
    message: 'Aucun fichier initial n’avait été reçu : le remplacement est pris comme un initial.',
    correction: 'Déposer le premier fichier d’une période sous la nature I.',
  },
  ABSENT_DU_STOCK: {
    rule: 'FIC-R091',
    level: 'A_CONFIRMER',
    message:
      'Le fichier ne cite pas {dossiers} dossier(s) encore ouvert(s), dont vos fichiers parlaient : {cles}.',
    correction:
      'Ces dossiers restent ouverts. Les ajouter par un fichier de nature C, ou dire ce qu’ils sont devenus.',
  },
  DERIVE_VOLUME: {
    rule: 'FIC-R071',
    level: 'A_CONFIRMER',
    message: 'Le fichier compte {lignes} lignes, alors que {habituel} est le nombre habituel.',
    correction: 'Vérifier que le fichier est complet, puis confirmer ce dépôt.',
  },
  'DERIVE_COLONNE:VIDE': {
    rule: 'FIC-R071A',
    level: 'A_CONFIRMER',
    message: 'Des colonnes sont vides bien plus souvent que d’habitude : {colonnes}.',
    correction: 'Vérifier l’extraction de ces colonnes, puis confirmer ce dépôt ou le corriger.',
  },
  'DERIVE_COLONNE:ERREUR': {
    rule: 'FIC-R071B',
    level: 'A_CONFIRMER',
    message: 'Des colonnes sont en erreur bien plus souvent que d’habitude : {colonnes}.',
    correction: 'Vérifier l’extraction de ces colonnes, puis confirmer ce dépôt ou le corriger.',
  },
  DOUBLON_ANCIEN: {
    rule: 'FIC-R072',
    level: F,
    message: 'La période {periode} a déjà été remplacée ou annulée par un fichier plus récent.',
    correction:
      'Déposer les données actuelles sous la nature R et un nouveau numéro de séquence, ou sous la nature I après une annulation.',
  },
  SCHEMA_VERSION: {
    rule: 'FIC-R073',
    level: F,
    message: 'La version {version} du schéma {schema} n’est pas en vigueur.',
    correction: 'Produire le fichier selon une version en vigueur : {versions}.',
  },
  'SCHEMA_VERSION:RETRAIT': {
    rule: 'FIC-R073A',
    level: A,
    message: 'La version {version} du schéma {schema} ne sera plus acceptée après le {fin}.',
    correction: 'Préparer le passage à une version plus récente : {versions}.',
  },
  'SCHEMA_VERSION:NOM': {
    rule: 'FIC-R073B',
    level: F,
    message: 'La version du nom de fichier (v{nom}) n’est pas celle du manifeste ({version}).',
    correction: 'Indiquer la même version majeure dans le nom du fichier et dans le manifeste.',
  },
  'MANIFESTE_INVALIDE:TAILLE': {
    rule: 'FIC-R074',
    level: F,
    message: 'Le manifeste dépasse 64 Ko.',
    correction: 'Vérifier que le manifeste et le fichier de données n’ont pas été intervertis.',
  },
  'MANIFESTE_INVALIDE:JSON': {
    rule: 'FIC-R074A',
    level: F,
    message: 'Le manifeste n’est pas un texte JSON valide (caractère {position}).',
    correction: 'Produire le manifeste avec un outil JSON, sans commentaire ni virgule finale.',
  },
  'MANIFESTE_INVALIDE:OBJET': {
    rule: 'FIC-R074H',
    level: F,
    message: 'Le manifeste doit être un objet JSON.',
    correction: 'Écrire les clés du manifeste entre accolades.',
  },
  'MANIFESTE_INVALIDE:PROFONDEUR': {
    rule: 'FIC-R074B',
    level: F,
    message: 'Le manifeste imbrique trop de niveaux.',
    correction: 'Suivre exactement le modèle de manifeste.',
  },
  'MANIFESTE_INVALIDE:CLE_DOUBLE': {
    rule: 'FIC-R074C',
    level: F,
    message: 'La clé « {cle} » figure deux fois dans le manifeste.',
    correction: 'Ne garder cette clé qu’une fois.',
  },
  'MANIFESTE_INVALIDE:CLE_INTERDITE': {
    rule: 'FIC-R074D',
    level: F,
    message: 'La clé « {cle} » est interdite dans un manifeste.',
    correction: 'Retirer cette clé.',
  },
  'MANIFESTE_INVALIDE:CLE_ABSENTE': {
    rule: 'FIC-R074E',
    level: F,
    message: 'La clé « {cle} » manque dans le manifeste.',
    correction: 'Ajouter « {cle} » : {attendu}.',
  },
  'MANIFESTE_INVALIDE:VALEUR': {
    rule: 'FIC-R074F',
    level: F,
    message: 'La valeur de la clé « {cle} » du manifeste ne convient pas.',
    correction: 'Indiquer dans « {cle} » {attendu}.',
  },
  'MANIFESTE_INVALIDE:NOM_DIFFERENT': {
    rule: 'FIC-R074G',
    level: F,
    message: 'La clé « {cle} » du manifeste ne correspond pas au nom du fichier.',
    correction: 'Indiquer {attendu} dans « {cle} », ou corriger le nom du fichier.',
  },
} as const satisfies Record<string, DoorFaultEntry>;
