import type { PreparedExchange } from './prepared-exchange.js';

/** A page that the checks of every page look at. */
export interface VisitedPage {
  readonly path: string;
  /** A page that is there only once something was done: it takes the place of the path. */
  readonly prepared?: keyof PreparedExchange;
  /** Who looks; nobody signed in when absent. */
  readonly email?: string;
  /** The first link to follow from there: to a page whose address is not known before. */
  readonly follow?: string;
  /** What is added to the address of that link. */
  readonly below?: string;
}

/** Who deposits the files that some pages are about. */
export const OPERATOR = 'echanges@rsma-re.demo';
const RECRUITER = 'recrutement@rsma-re.demo';
const ADVISER = 'conseiller@ml-nord.demo';
const ADMINISTRATOR = 'admin@national.demo';
const PROTECTION = 'dpo@national.demo';
const PILOT = 'pilote@unml.demo';
const MANAGER = 'responsable@ml-nord.demo';
const COMMITTEE = 'comite@national.demo';

/** The draft saved last: it is ready to be sent. */
const DRAFT = 'section[aria-labelledby="brouillons-titre"] a';

/** Every page, by somebody who works with it. */
export const VISITED: readonly VisitedPage[] = [
  { path: '/connexion' },
  { path: '/connexion/fin' },
  { path: '/connexion/retour' },
  { path: '/aide' },
  { path: '/accessibilite' },
  { path: '/donnees-personnelles' },
  { path: '/mentions-legales' },
  { path: '/plan-du-site' },
  { path: '/problems' },
  { path: '/problems/not-found' },
  { path: '/nulle-part' },
  { path: '/', email: ADVISER },
  { path: '/organisation', email: ADVISER },
  { path: '/echanges', email: ADVISER },
  { path: '/orientations', email: ADVISER },
  { path: '/orientations?recherche=zzz&etat=received', email: ADVISER },
  { path: '/orientations?onglet=toutes&page=2', email: ADVISER },
  { path: '/orientations/nouvelle', email: ADVISER },
  { path: '/orientations', email: ADVISER, follow: DRAFT },
  { path: '/orientations', email: ADVISER, follow: DRAFT, below: '/verification' },
  { path: '/orientations', email: ADVISER, follow: DRAFT, below: '/suppression' },
  { path: '/orientations', email: ADVISER, follow: 'tbody th a' },
  { path: '/orientations?onglet=terminees', email: MANAGER, follow: 'tbody th a' },
  { path: '/retours', email: ADVISER },
  { path: '/retours?onglet=clos', email: MANAGER },
  { path: '/retours/transferts', email: ADVISER },
  { path: '/retours', email: RECRUITER },
  { path: '/compte', email: ADVISER },
  { path: '/compte/courriels', email: ADVISER },
  { path: '/demonstration/courriels', email: ADVISER },
  { path: '/', email: ADMINISTRATOR },
  { path: '/admin/comptes', email: ADMINISTRATOR },
  { path: '/admin/comptes?onglet=tous', email: ADMINISTRATOR },
  { path: '/admin/comptes?onglet=tous', email: ADMINISTRATOR, follow: 'tbody th a' },
  { path: '/admin/comptes/nouveau', email: ADMINISTRATOR },
  { path: '/admin/clients', email: ADMINISTRATOR },
  { path: '/admin/clients', email: ADMINISTRATOR, follow: 'tbody td a' },
  { path: '/admin/clients/nouveau', email: ADMINISTRATOR },
  { path: '/admin/organisations', email: ADMINISTRATOR },
  { path: '/admin/organisations?recherche=zzz&nature=unit', email: ADMINISTRATOR },
  { path: '/admin/organisations', email: ADMINISTRATOR, follow: 'tbody th a' },
  {
    path: '/admin/organisations',
    email: ADMINISTRATOR,
    follow: 'tbody th a',
    below: '/modification',
  },
  { path: '/admin/organisations/nouveau', email: ADMINISTRATOR },
  { path: '/admin/referentiels', email: ADMINISTRATOR },
  { path: '/admin/referentiels/organismes', email: ADMINISTRATOR },
  { path: '/admin/referentiels/couverture', email: ADMINISTRATOR },
  { path: '/admin/referentiels/delais', email: ADMINISTRATOR },
  { path: '/admin/referentiels/prerequis', email: ADMINISTRATOR },
  { path: '/admin/coherence', email: ADMINISTRATOR },
  { path: '/retours-signales', email: PILOT },
  { path: '/coherence', email: ADVISER },
  { path: '/coherence', email: RECRUITER },
  { path: '/admin/journal', email: ADMINISTRATOR },
  { path: '/admin/journal?organisme=NULLE-PART', email: PROTECTION },
  { path: '/admin/journal', email: MANAGER },
  { path: '/', email: COMMITTEE },
  { path: '/indicateurs', email: COMMITTEE },
  { path: '/indicateurs?periode=2025&perimetre=SMA', email: COMMITTEE },
  { path: '/indicateurs/K12', email: COMMITTEE },
  { path: '/indicateurs/K05?periode=2025', email: COMMITTEE },
  { path: '/rapport/2025', email: COMMITTEE },
  { path: '/rapport', email: COMMITTEE },
  { path: '/rapport', email: ADMINISTRATOR },
  { path: '/rapport/2024/figer', email: ADMINISTRATOR },
  { path: '/cej', email: ADVISER },
  { path: '/cej?onglet=tous', email: ADVISER },
  { path: '/devenirs', email: ADVISER },
  { path: '/devenirs', email: ADVISER, follow: 'tbody td a' },
  { path: '/bilans', email: MANAGER },
  { path: '/bilans/nouveau', email: MANAGER },
  { path: '/bilans/comite', email: COMMITTEE },
  { path: '/offres', email: ADVISER },
  { path: '/offres', email: ADVISER, follow: 'tbody th a' },
  { path: '/offres', email: RECRUITER, follow: 'tbody th a' },
  { path: '/offres/nouvelle', email: RECRUITER },
  { path: '/candidats-directs', email: ADVISER },
  { path: '/candidats-directs', email: ADVISER, follow: 'tbody th a' },
  { path: '/candidats-directs', email: RECRUITER },
  { path: '/candidats-directs', email: RECRUITER, follow: 'tbody th a' },
  { path: '/candidats-directs', email: RECRUITER, follow: 'tbody th a', below: '/correction' },
  { path: '/candidats-directs', email: RECRUITER, follow: 'tbody th a', below: '/lettre' },
  { path: '/candidats-directs/nouveau', email: RECRUITER },
  { path: '/seances', email: ADVISER },
  { path: '/seances/nouvelle', email: ADVISER },
  { path: '/seances', email: ADVISER, follow: 'tbody th a' },
  { path: '/seances', email: ADVISER, follow: 'tbody th a', below: '/inscription?recherche=a' },
  { path: '/seances', email: ADVISER, follow: 'tbody th a', below: '/annulation' },
  { path: '/seances?onglet=passees', email: ADVISER, follow: 'tbody th a' },
  { path: '/seances', email: RECRUITER, follow: 'tbody th a', below: '/presence' },
  { path: '/seances?onglet=annulees', email: RECRUITER },
  { path: '/devenirs?onglet=renseignes', email: RECRUITER },
  { path: '/devenirs?onglet=fenetres-closes', email: MANAGER },
  { path: '/jeunes', email: ADVISER },
  { path: '/jeunes?recherche=zzz', email: ADVISER },
  { path: '/doublons', email: ADVISER },
  { path: '/jeunes', email: ADVISER, follow: 'tbody th a' },
  { path: '/jeunes', email: ADVISER, follow: 'tbody th a', below: '/correction' },
  { path: '/', email: OPERATOR },
  { path: '/echanges', email: OPERATOR },
  { path: '/echanges/calendrier', email: OPERATOR },
  { path: '/echanges/calendrier?annee=2027', email: OPERATOR },
  { path: '/echanges/unites', email: OPERATOR },
  { path: '/echanges/unites', email: PILOT },
  { path: '/echanges/depot', email: OPERATOR },
  { path: '/echanges/formats', email: ADVISER },
  { path: '/echanges/formats/sui', email: OPERATOR },
  { path: '/volontaires', email: ADVISER },
  { path: '/volontaires?onglet=tous', email: RECRUITER },
  { path: '/volontaires?onglet=a-incorporer', email: RECRUITER, follow: 'tbody th a' },
  { path: 'compte rendu', prepared: 'report', email: OPERATOR },
  { path: 'lignes rejetées', prepared: 'rejects', email: OPERATOR },
  { path: 'fichier en attente', prepared: 'preview', email: OPERATOR },
  { path: '/identites', email: RECRUITER },
  { path: '/identites', email: RECRUITER, follow: 'tbody th a' },
  { path: '/', email: RECRUITER },
  { path: '/candidatures', email: RECRUITER },
  { path: '/candidatures?onglet=toutes&page=2', email: RECRUITER },
  { path: '/candidatures', email: RECRUITER, follow: 'tbody th a' },
  { path: '/candidatures?onglet=resultat', email: RECRUITER },
  { path: '/candidatures/lot', email: RECRUITER },
  { path: '/volontaires/presences', email: RECRUITER },
  { path: '/volontaires?onglet=fin-proche', email: RECRUITER },
  { path: '/candidatures/lot', email: RECRUITER, follow: 'tbody th a' },
];

/** Whether an adviser or a manager of a mission locale looks at it, or somebody not signed in. */
export function isOfMissionsLocales({ email }: VisitedPage): boolean {
  return email === undefined || email.includes('@ml-');
}
