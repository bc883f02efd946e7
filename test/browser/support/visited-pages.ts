/** A page that the checks of every page look at. */
export interface VisitedPage {
  readonly path: string;
  /** Who looks; nobody signed in when absent. */
  readonly email?: string;
  /** A link to follow from there first: to a page whose address is not known. */
  readonly follow?: string;
}

const OPERATOR = 'echanges@rsma-re.demo';
const ADVISER = 'conseiller@ml-nord.demo';

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
  { path: '/nulle-part' },
  { path: '/', email: ADVISER },
  { path: '/organisation', email: ADVISER },
  { path: '/echanges', email: ADVISER },
  { path: '/', email: OPERATOR },
  { path: '/echanges', email: OPERATOR },
];
