import type { MenuItem } from '../../platform/pages/index.js';

/** An entry of the home: where to go, and what for. */
export interface HomeEntry {
  readonly href: string;
  readonly title: string;
  readonly about: string;
}

const ABOUT: Readonly<Record<string, string>> = {
  '/cej': 'Les jeunes en CEJ ou en PACEA qui sont dans une unité ou en sortent, mois par mois.',
  '/echanges': 'Les fichiers à envoyer, ceux que vous avez envoyés et leurs comptes rendus.',
  '/echanges/unites':
    'Ce que chaque unité a envoyé, mois par mois : attendu, reçu, intégré ou en retard.',
  '/jeunes': 'Les jeunes de votre mission locale, avec toutes leurs orientations.',
  '/volontaires': 'Les jeunes retenus, en service ou sortis, et les dates de leur service.',
  '/indicateurs':
    'Les chiffres du partenariat par convention, territoire et unité, à côté de l’année d’avant.',
  '/bilans': 'Ce qui a bien fonctionné et ce qui est à améliorer, contingent après contingent.',
  '/bilans/comite':
    'Ce que missions locales et unités disent du partenariat, en nombres : aucun organisme n’est nommé.',
  '/offres':
    'Ce que propose chaque unité : filières, conditions, contact, prochaines incorporations.',
  '/candidats-directs':
    'Les jeunes venus d’eux-mêmes à une unité et non retenus, invités à leur mission locale.',
  '/seances':
    'Les séances d’information en mission locale : unité invitée, présence, inscrits, venus.',
  '/rapport': 'Le rapport de chaque année, à lire, à imprimer, et les années qui sont figées.',
  '/identites': 'Les lignes de fichiers qui ressemblent à un jeune connu, à comparer.',
  '/admin/journal': 'Qui a fait ou lu quoi, et quand.',
  '/coherence': 'Les jeunes pour qui il manque un suivi, une prochaine action ou une date.',
  '/admin/coherence': 'Ce que la vérification de chaque nuit a trouvé, en nombres.',
  '/orientations':
    'Les jeunes que votre mission locale a orientés, et ce que les unités ont répondu.',
  '/admin/comptes': 'Créer, approuver, suspendre les comptes des personnes.',
  '/admin/organisations':
    'Ajouter, modifier, clore les missions locales, les unités et les instances nationales.',
  '/admin/referentiels':
    'Exporter, corriger et remplacer organismes, conventions et communes, différences à l’appui.',
  '/admin/clients': 'Créer et révoquer les accès des logiciels partenaires.',
  '/retours':
    'Les jeunes qui quittent une unité sans solution, et ce que fait leur mission locale.',
  '/retours-signales':
    'Les missions locales qui laissent des retours en retard, en nombres : personne n’est nommé.',
  '/devenirs': 'Ce que deviennent, à 3, 6 et 12 mois, les jeunes sortis d’une unité.',
  '/candidatures': 'Les jeunes orientés vers votre unité : accuser réception, convoquer, décider.',
};

const HELP: HomeEntry = {
  href: '/aide',
  title: 'Aide',
  about: 'Se connecter, comprendre une erreur, savoir à qui s’adresser.',
};

/** The pages of a role, then help. */
export function homeEntries(menu: readonly MenuItem[]): HomeEntry[] {
  const own = menu.map(({ href, label }) => ({ href, title: label, about: ABOUT[href] ?? '' }));
  return [...own, HELP];
}
