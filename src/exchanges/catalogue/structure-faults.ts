import type { DoorFaultEntry } from './door-fault.js';

const F = 'BLOQUANT_FICHIER';
const A = 'AVERTISSEMENT';

/** Faults of structure and header (exchange.md 6.3); rule ids follow its lines. */
export const STRUCTURE_FAULTS = {
  SEPARATEUR_TOLERE: {
    rule: 'FIC-R044',
    level: A,
    message: 'Les colonnes ne sont pas séparées par des points-virgules ; le fichier a été lu.',
    correction: 'Séparer les colonnes par des points-virgules.',
  },
  SEPARATEUR_INCONNU: {
    rule: 'FIC-R044A',
    level: F,
    message: 'Le séparateur de colonnes n’est pas reconnu.',
    correction: 'Séparer les colonnes par des points-virgules, sans changer leurs noms.',
  },
  GUILLEMET_NON_FERME: {
    rule: 'FIC-R046',
    level: F,
    message: 'Un guillemet ouvert à la ligne {ligne} n’est jamais fermé.',
    correction: 'Fermer le guillemet, ou doubler un guillemet qui fait partie de la valeur.',
  },
  GUILLEMET_MAL_PLACE: {
    rule: 'FIC-R047',
    level: F,
    message: 'Un guillemet est mal placé à la ligne {ligne}.',
    correction:
      'Entourer la valeur entière de guillemets, et doubler ceux qui font partie de la valeur.',
  },
  FINS_DE_LIGNE_MIXTES: {
    rule: 'FIC-R048',
    level: A,
    message: 'Les fins de ligne ne sont pas toutes les mêmes (CRLF et LF).',
    correction: 'Terminer toutes les lignes par CRLF.',
  },
  'FINS_DE_LIGNE_MIXTES:CR_SEUL': {
    rule: 'FIC-R048A',
    level: F,
    message: 'Un retour chariot (CR) se trouve seul à la ligne {ligne}.',
    correction: 'Terminer toutes les lignes par CRLF.',
  },
  CHAMP_TROP_LONG: {
    rule: 'FIC-R050',
    level: F,
    message: 'Une valeur de la ligne {ligne} dépasse 10 000 caractères.',
    correction: 'Vérifier les guillemets et les séparateurs de cette ligne.',
  },
  TROP_DE_COLONNES: {
    rule: 'FIC-R050A',
    level: F,
    message: 'La ligne {ligne} compte plus de 64 colonnes.',
    correction: 'Vérifier les guillemets et les séparateurs de cette ligne.',
  },
  'duplicate-label': {
    rule: 'FIC-R051',
    level: F,
    message: 'L’en-tête répète une colonne : {colonnes}.',
    correction: 'Ne garder chaque colonne qu’une fois.',
  },
  'missing-label': {
    rule: 'FIC-R052',
    level: F,
    message: 'Des colonnes obligatoires manquent : {colonnes}.',
    correction: 'Ajouter ces colonnes à l’en-tête et à chaque ligne.',
  },
  'missing-label:FACULTATIVE': {
    rule: 'FIC-R053',
    level: A,
    message: 'Des colonnes facultatives manquent : {colonnes}. Elles sont lues comme vides.',
    correction: 'Ajouter ces colonnes, même vides, à l’en-tête et à chaque ligne.',
  },
  'extra-label': {
    rule: 'FIC-R054',
    level: A,
    message: 'Des colonnes ne sont pas prévues : {colonnes}. Elles ne sont ni lues ni conservées.',
    correction: 'Retirer ces colonnes du fichier.',
  },
  'extra-label:INTERDITE': {
    rule: 'FIC-R054A',
    level: F,
    message: 'Des colonnes ne doivent jamais être transmises : {colonnes}. Rien n’a été conservé.',
    correction: 'Retirer ces colonnes et leurs valeurs, puis déposer à nouveau le fichier.',
  },
  'incorrect-label': {
    rule: 'FIC-R055',
    level: A,
    message:
      'Des noms de colonnes ne sont pas écrits comme prévu : {colonnes}. Ils ont été compris.',
    correction: 'Écrire les noms en minuscules, sans accent ni espace.',
  },
  'incorrect-label:ORDRE': {
    rule: 'FIC-R055A',
    level: A,
    message: 'Les colonnes ne sont pas dans l’ordre prévu ; elles ont été lues par leur nom.',
    correction: 'Ranger les colonnes dans l’ordre du schéma.',
  },
  FLUX_DIFFERENT: {
    rule: 'FIC-R056',
    level: F,
    message: 'L’en-tête n’est pas celui du flux {attendu} : il ressemble à {trouve}.',
    correction: 'Vérifier le flux dans le nom du fichier et dans le manifeste.',
  },
  DERIVE_MASSIVE: {
    rule: 'FIC-R058',
    level: F,
    message: 'Plus d’une ligne sur dix est rejetée : rien n’a été appliqué.',
    correction:
      'Vérifier que les colonnes ne sont pas décalées, puis déposer à nouveau le fichier.',
  },
  'blank-row': {
    rule: 'FIC-R059',
    level: A,
    message: 'Le fichier compte {nombre} ligne(s) vide(s) entre les données : {lignes}.',
    correction: 'Retirer les lignes vides.',
  },
  'blank-row:FIN_DE_FICHIER': {
    rule: 'FIC-R059A',
    level: 'INFORMATION',
    message: 'Le fichier se termine par {nombre} ligne(s) vide(s).',
    correction: 'Aucune action n’est nécessaire.',
  },
  HORS_PERIMETRE: {
    rule: 'FIC-R085',
    level: F,
    message:
      'Des lignes de ce fichier ne relèvent pas de l’organisme qui dépose : le fichier entier est refusé.',
    correction: 'Ne garder que les lignes de l’organisme émetteur.',
  },
} as const satisfies Record<string, DoorFaultEntry>;
