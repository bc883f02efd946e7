import type { MachineScope } from '../../domain/machine-scope.js';

/** What each scope lets the software of a partner do. */
export const SCOPE_WORDS: Readonly<Record<MachineScope, string>> = {
  'referrals:read': 'Lire les orientations',
  'referrals:write': 'Créer et modifier les orientations',
  'information-sessions:read': 'Lire les séances d’information',
  'information-sessions:write': 'Planifier les séances d’information et y répondre',
  'offer-sheets:read': 'Lire les fiches d’offre des unités',
  'offer-sheets:write': 'Publier la fiche d’offre (unités seulement)',
  'candidacies:read': 'Lire les candidatures',
  'candidacies:write': 'Convoquer et enregistrer les résultats',
  'volunteers:read': 'Lire les volontaires',
  'volunteers:write': 'Enregistrer les incorporations, les présences et les sorties',
  'returns:read': 'Lire les retours vers les missions locales',
  'returns:write': 'Prendre en charge les retours et y répondre',
  'follow-ups:read': 'Lire ce que deviennent les jeunes sortis d’une unité',
  'follow-ups:write': 'Dire ce que deviennent les jeunes sortis d’une unité',
  'direct-applicants:read': 'Lire les invitations de candidats directs',
  'direct-applicants:write':
    'Enregistrer les candidats directs non retenus et répondre aux invitations',
  'cej:read': 'Lire les contrats d’accompagnement (CEJ, PACEA)',
  'cej:write': 'Enregistrer et corriger les contrats d’accompagnement',
  'evaluations:read': 'Lire les bilans du partenariat',
  'evaluations:write': 'Écrire le bilan de l’organisme',
  'exchanges:read': 'Lire les fichiers envoyés et leurs comptes rendus',
  'exchanges:write': 'Déposer des fichiers',
  'mailbox:read': 'Relever les fichiers reçus',
  'mailbox:write': 'Accuser réception des fichiers reçus',
  'organisations:read': 'Lire l’annuaire des organismes',
  'people:review': 'Décider des identités douteuses',
  'medical-conclusion': 'Écrire la conclusion médicale (unités seulement)',
};
