import { ROLE_LABELS } from '../../../accounts/index.js';
import { isRole } from '../../../kernel/index.js';

/** What each command of the journal is called, under the title of its group. */
export const COMMAND_GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Connexions et sessions': {
    'session.begin': 'Connexion',
    'session.end': 'Fin de session',
    'session.switch': 'Changement d’organisme',
    'account.link': 'Première connexion du compte',
  },
  'Comptes et clients techniques': {
    'account.create': 'Création d’un compte',
    'account.approve': 'Approbation d’un compte',
    'account.renew-code': 'Nouveau code d’approbation',
    'account.suspend': 'Suspension d’un compte',
    'account.reopen': 'Réouverture d’un compte',
    'mail.choose-frequency': 'Choix de la fréquence des courriels',
    'machine-client.create': 'Création d’un client technique',
    'machine-client.revoke': 'Révocation d’un client technique',
  },
  'Données de référence': {
    'organisation.add': 'Ajout d’un organisme',
    'organisation.change': 'Changement d’un organisme',
    'reference.load': 'Chargement des données livrées',
    'reference.apply': 'Application d’un fichier de référence',
    'reference.abandon': 'Abandon d’un fichier de référence',
    'reference.convention': 'Ajout ou changement d’une convention',
    'reference.coverage': 'Changement des communes d’une mission locale',
    'reference.deadline': 'Délai fixé pour un organisme',
  },
  Alertes: {
    'reading.burst': 'Alerte : beaucoup de dossiers ouverts en peu de temps',
    'reading.bound': 'Alerte : lecture refusée, trop de jeunes en 24 heures',
  },
  Journal: {
    'journal.search': 'Consultation du journal',
    'journal.export': 'Export du journal',
  },
  Orientations: {
    'referral.submit': 'Transmission d’une orientation',
    'referral.amend': 'Correction d’une orientation',
    'referral.withdraw': 'Retrait d’une orientation',
    'referral.lapse': 'Orientation dite sans réponse',
    'referral.receive': 'Réception d’une orientation',
    'referral.decide': 'Réponse à une orientation',
    'referral.reopen': 'Reprise d’une orientation',
    'referral.restate': 'Orientation remise à jour par un fichier',
    'referral.correct-person': 'Correction du jeune portée sur une orientation',
    'referral.read': 'Lecture d’une orientation',
    'referral.history': 'Lecture d’un historique',
    'referral.list': 'Liste d’orientations',
    'referral.export': 'Export d’orientations',
    'referral-preparation.begin': 'Début d’un brouillon',
    'referral-preparation.keep': 'Enregistrement d’un brouillon',
    'referral-preparation.read': 'Lecture d’un brouillon',
    'referral-preparation.list': 'Liste de brouillons',
    'referral-preparation.drop': 'Suppression d’un brouillon',
  },
  Candidatures: {
    'candidacy.acknowledge': 'Accusé de réception d’une candidature',
    'candidacy.evaluate': 'Étude d’une candidature',
    'candidacy.convoke': 'Convocation',
    'candidacy.decide': 'Décision sur une candidature',
    'candidacy.reopen': 'Reprise d’une candidature',
    'candidacy.close': 'Clôture d’une candidature',
    'candidacy.restate': 'Candidature remise à jour par un fichier',
    'candidacy.amend': 'Correction d’une candidature',
    'candidacy.read': 'Lecture d’une candidature',
    'candidacy.list': 'Liste de candidatures',
    'medical-conclusion.read': 'Lecture d’une conclusion médicale',
  },
  Volontaires: {
    'volunteer.incorporate': 'Incorporation',
    'volunteer.postpone': 'Incorporation reportée',
    'volunteer.miss': 'Absence à l’incorporation',
    'volunteer.amend': 'Filière, site ou fin prévue modifiés',
    'volunteer.report-presence': 'Présence du mois',
    'volunteer.announce-exit': 'Sortie annoncée',
    'volunteer.exit': 'Sortie',
    'volunteer.take-effect': 'Sortie annoncée qui prend effet',
    'volunteer.correct-exit': 'Correction d’une sortie',
    'volunteer.resume': 'Sortie annulée',
    'volunteer.restate': 'Service remis à jour par un fichier',
    'volunteer.read': 'Lecture de la fiche d’un volontaire',
    'volunteer.list': 'Liste de volontaires',
  },
  Retours: {
    'return.prepare': 'Retour à préparer',
    'return.open': 'Ouverture d’un retour',
    'return.correct': 'Sortie corrigée pendant un retour',
    'return.cancel': 'Annulation d’un retour',
    'return.acknowledge': 'Prise en charge d’un retour',
    'return.record-attempt': 'Tentative de contact',
    'return.answer': 'Réponse à un retour',
    'return.declare-elsewhere': 'Jeune dit hors du territoire',
    'return.escalate': 'Retour sans prise en charge à temps',
    'return.chase': 'Retour dont une étape n’a pas été faite à temps',
    'return.reopen': 'Reprise d’un retour',
    'return.drop': 'Classement d’un retour',
    'return.restate': 'Retour remis à jour par un fichier',
    'return.transfer': 'Retour remis à une autre mission locale',
    'return-transfer.propose': 'Transfert d’un retour proposé',
    'return-transfer.withdraw': 'Proposition de transfert retirée',
    'return-transfer.accept': 'Transfert d’un retour accepté',
    'return-transfer.refuse': 'Transfert d’un retour refusé',
    'return-transfer.lapse': 'Proposition de transfert sans réponse',
    'return-transfer.complete': 'Transfert d’un retour effectué',
    'return-transfer.void': 'Proposition de transfert sans objet',
    'return-transfer.read': 'Lecture d’une proposition de transfert',
    'return-transfer.list': 'Liste de propositions de transfert',
    'return.read': 'Lecture d’un retour',
    'return.list': 'Liste de retours',
  },
  Devenirs: {
    'follow-up.answer': 'Devenir d’un jeune renseigné',
    'follow-up.correct': 'Devenir d’un jeune corrigé',
    'follow-up.take-back': 'Devenir d’un jeune repris par un fichier',
    'follow-up.read': 'Lecture du devenir d’un jeune',
    'follow-up.list': 'Liste de devenirs',
  },
  'Contrats d’accompagnement': {
    'cej-contract.record': 'Enregistrement d’un contrat',
    'cej-contract.follow': 'Contrat mis à jour par une orientation',
    'cej-contract.restate': 'CEJ remis à jour par un fichier',
    'cej-contract.amend': 'Correction des dates d’un contrat',
    'cej-contract.extend': 'Prolongation motivée d’un CEJ',
    'cej-contract.confirm-extension': 'Confirmation d’une prolongation calculée',
    'cej-contract.end': 'Fin d’un contrat',
    'cej-contract.correct-end': 'Correction de la fin d’un contrat',
    'cej-contract.reopen': 'Fin d’un contrat annulée',
    'cej-contract.read': 'Lecture d’un contrat',
    'cej-contract.list': 'Liste de contrats',
    'cej-contract.export': 'Export de contrats',
  },
  'Suivis à reprendre': {
    'consistency.list': 'Liste de suivis à reprendre',
    'indicators.read': 'Indicateurs',
  },
  'Jeunes et identités': {
    'young-person.read': 'Lecture de la fiche d’un jeune',
    'young-person.list': 'Liste de jeunes',
    'young-person.correct': 'Correction de l’identité ou des coordonnées d’un jeune',
    'person.search': 'Recherche d’un jeune déjà connu',
    'person.lookalikes': 'Recherche de fiches qui se ressemblent',
    'person-merge.propose': 'Proposition de fusion de fiches',
    'identity-review.read': 'Lecture d’une identité douteuse',
    'identity-review.decide': 'Décision sur une identité douteuse',
    'identity-review.undo': 'Annulation d’une décision d’identité',
  },
  'Échanges de fichiers': {
    'exchange.deposit': 'Dépôt d’un fichier',
    'exchange.confirm': 'Confirmation d’un fichier',
    'exchange.process': 'Traitement d’un fichier',
    'exchange.report': 'Lecture d’un compte rendu',
    'exchange.rejects': 'Lecture de lignes rejetées',
    'exchange.replay': 'Nouveau traitement d’un fichier',
    'exchange.set-aside': 'Mise de côté d’un fichier',
    'exchange.settle-report': 'Compte rendu définitif',
    'exchange.close-slot': 'Clôture d’un créneau',
    'exchange.exempt-slot': 'Dispense d’un envoi',
    'mailbox.download': 'Téléchargement d’un fichier reçu',
    'mailbox.copy': 'Copie d’un fichier reçu',
    'mailbox.acknowledge': 'Accusé de réception d’un fichier',
    'mailbox.expire': 'Fin de mise à disposition d’un fichier',
    'mailbox.reissue': 'Nouvelle mise à disposition d’un fichier',
  },
};

const LABELS = new Map(Object.values(COMMAND_GROUPS).flatMap((group) => Object.entries(group)));

/** A command in words; one that has none, such as the address of a refused request, as it is. */
export function commandWords(command: string): string {
  return LABELS.get(command) ?? command;
}

/** Kinds of what an act bears upon. */
export const RESOURCE_WORDS: Readonly<Record<string, string>> = {
  account: 'Compte',
  session: 'Session',
  'machine-client': 'Client technique',
  journal: 'Journal',
  organisation: 'Organisme',
  convention: 'Convention',
  'reference-set': 'Données de référence',
  route: 'Adresse demandée',
  referral: 'Orientation',
  'referral-preparation': 'Brouillon d’orientation',
  candidacy: 'Candidature',
  volunteer: 'Volontaire',
  return: 'Retour',
  'follow-up': 'Devenir',
  'cej-contract': 'Contrat d’accompagnement',
  consistency: 'Suivis à reprendre',
  indicators: 'Indicateurs',
  'young-person': 'Jeune',
  'person-merge': 'Fusion de fiches',
  'identity-review': 'Identité douteuse',
  'exchange-file': 'Fichier envoyé',
  'exchange-slot': 'Créneau d’envoi',
  'mailbox-file': 'Fichier reçu',
};

export const RESULT_WORDS = {
  done: { label: 'Fait', tone: 'success' },
  refused: { label: 'Refusé', tone: 'error' },
  read: { label: 'Consulté', tone: 'neutral' },
} as const;

const ACTOR_WORDS: Readonly<Record<string, string>> = {
  person: 'Personne',
  machine: 'Logiciel',
  file: 'Fichier',
  system: 'Passerelle',
};

/** Who acted, by role: the journal names nobody. */
export function actorWords(actorType: string, actingRole: string): string {
  if (actorType !== 'person') return ACTOR_WORDS[actorType] ?? actorType;
  const label = isRole(actingRole) ? ROLE_LABELS[actingRole] : actingRole;
  return label.charAt(0).toUpperCase() + label.slice(1);
}
