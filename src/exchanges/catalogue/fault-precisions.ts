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
  ANNULATION: {
    message: 'Ce flux n’a pas de ligne d’annulation.',
    correction:
      'Remplacer le fichier tant que la période est ouverte (nature R), sinon envoyer une ligne CORRECTION qui porte les valeurs exactes.',
  },
  NUMERO_DEJA_PRIS: {
    message: 'Ce numéro de dossier est déjà celui d’une autre candidature de l’unité.',
    correction: 'Vérifier le numéro de dossier et la référence de l’orientation.',
  },
  SUITE_AVANT_ORIENTATION: {
    message: 'date_suite précède la date d’orientation du jeune (date_orientation du flux ORI).',
    correction: 'Vérifier date_suite et la référence de l’orientation.',
  },
  ETAT_AVANT_ORIENTATION: {
    message: 'date_etat précède la date d’orientation du jeune (date_orientation du flux ORI).',
    correction: 'Vérifier date_etat et la référence de l’orientation.',
  },
  SUITE_PLUS_ANCIENNE: {
    message: 'date_suite précède la date_suite déjà enregistrée pour ce dossier.',
    correction: 'Vérifier date_suite ; pour la rectifier, envoyer une ligne CORRECTION.',
  },
  CONCLUSION_MEDICALE: {
    message: 'Ce dépôt n’a pas le droit de porter une conclusion médicale.',
    correction: 'Déposer avec un accès qui a ce droit, ou confier la ligne au service médical.',
  },
  CONVENTION_INACTIVE: {
    message: 'Aucune convention en vigueur ne liait la mission locale à cette unité ce jour-là.',
    correction: 'Vérifier le code de l’unité et la date d’orientation.',
  },
  ORIENTATION_DEJA_OUVERTE: {
    message: 'Le jeune a déjà une orientation en cours.',
    correction:
      'Reprendre sa référence, retirer d’abord l’orientation en cours, ou attendre la fin du délai laissé à l’unité.',
  },
  UNITE_DIFFERENTE: {
    message: 'Cette référence est celle d’une orientation vers une autre unité.',
    correction:
      'Vérifier la référence ; pour changer d’unité, retirer l’orientation puis en créer une.',
  },
  INDECIDABLE: {
    message:
      'La personne qui a comparé les identités n’a pas pu trancher : la ligne attend vos précisions.',
    correction:
      'Vérifier sur une pièce d’identité ou dans votre dossier : {attendu}. Compléter ou corriger la ligne, puis la renvoyer dans un fichier de nature C.',
  },
  ORIENTATION_RETIREE: {
    message: 'Cette orientation a été retirée.',
    correction: 'Orienter de nouveau le jeune sous une nouvelle référence.',
  },
  INCORPORATION_ATTENDUE: {
    message: 'Aucune incorporation n’est enregistrée pour cette personne : sa sortie attend.',
    correction:
      'Envoyer l’incorporation (flux INC) : la sortie, gardée, comptera alors sans être renvoyée. Si la personne n’est pas venue, retirer la ligne.',
  },
  SORTIE_INCONNUE: {
    message:
      'Aucun retour de votre mission locale ne porte ce numéro de dossier et cette date de sortie.',
    correction:
      'Reprendre le code de l’unité, le numéro et la date reçus avec la sortie (flux SOR) ou, pour une absence, avec l’incorporation (flux INC).',
  },
  DEPART_INCONNU: {
    message:
      'Aucun départ d’un jeune de votre mission locale ne porte ce numéro de dossier et cette date de sortie.',
    correction:
      'Reprendre le code de l’unité, le numéro et la date reçus avec la sortie (flux SOR).',
  },
  JALON_CLOS: {
    message: 'La fenêtre de ce jalon était fermée le mois de la ligne : il reste sans réponse.',
    correction:
      'Répondre aux jalons suivants dans leur fenêtre ; une réponse déjà enregistrée se corrige.',
  },
  CANDIDAT_RETIRE: {
    message: 'Ce candidat direct a été retiré par l’unité : un fichier ne le rétablit pas.',
    correction:
      'Si le retrait est une erreur, enregistrer le candidat sous un autre numéro de dossier.',
  },
  INVITATION_CLOSE: {
    message: 'Cette invitation a déjà reçu une autre réponse.',
    correction:
      'Pour rectifier la réponse, remplacer le fichier du mois (nature R), ou envoyer une ligne CORRECTION.',
  },
  INVITATION_INCONNUE: {
    message: 'Aucune invitation de candidat direct (flux DIR) n’est connue sous ce numéro.',
    correction: 'Vérifier flux_origine ; pour une sortie, indiquer SOR et la date de sortie.',
  },
  RETOUR_CLOS: {
    message: 'Ce retour est déjà clos par une autre réponse.',
    correction:
      'Pour rectifier la réponse, remplacer le fichier du mois (nature R), ou envoyer une ligne CORRECTION.',
  },
  RETOUR_PLUS_RECENT: {
    message:
      'Un autre retour de ce jeune est en cours ou se prépare, ici ou dans une autre mission locale.',
    correction: 'Laisser ce retour comme il est ; répondre à l’autre s’il vous est adressé.',
  },
  TROP_PEU_DE_RELANCES: {
    message: '« Injoignable » se dit après plusieurs essais ; trop peu sont enregistrés.',
    correction: 'Envoyer d’abord chaque essai de contact, avec sa date.',
  },
  INVITATION_TROP_ANCIENNE: {
    message: 'L’invitation date de six mois ou plus : plus rien n’est gardé de cette personne.',
    correction: 'Vérifier date_invitation ; si elle est juste, ne plus envoyer cette ligne.',
  },
  CONTACT_PLUS_ANCIEN: {
    message: 'date_contact précède le contact déjà enregistré pour ce retour.',
    correction: 'Vérifier date_contact ; pour la rectifier, envoyer une ligne CORRECTION.',
  },
  CEJ_CLOS: {
    message: 'La fin réelle de ce CEJ est déjà enregistrée, avec d’autres valeurs.',
    correction:
      'Pour rectifier, remplacer le fichier du mois (nature R), ou envoyer une ligne CORRECTION.',
  },
  FIN_CEJ_MANQUANTE: {
    message: 'Un CEJ est enregistré en cours : sa fin réelle manque.',
    correction: 'Indiquer cej_date_fin_reelle, ou O dans cej_actif s’il est toujours en cours.',
  },
  CEJ_CHEVAUCHANT: {
    message: 'Ces dates recouvrent un autre CEJ enregistré pour ce jeune.',
    correction: 'Vérifier les dates du CEJ.',
  },
  MOIS_DIFFERENT: {
    message: 'Le mois de la ligne n’est pas celui du fichier, ni celui qu’elle corrige.',
    correction: 'Indiquer le mois de la période du fichier ; pour un mois passé, une CORRECTION.',
  },
} as const satisfies Record<string, { message: string; correction: string }>;
export type FaultPrecision = keyof typeof FAULT_PRECISIONS;
