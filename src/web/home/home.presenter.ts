import { ROLE_LABELS } from '../../accounts/index.js';
import type { PersonActor } from '../../kernel/index.js';
import type { MenuItem } from '../../platform/pages/index.js';

/** An entry of the home: where to go, and what for. */
export interface HomeEntry {
  readonly href: string;
  readonly title: string;
  readonly about: string;
}

const ABOUT: Readonly<Record<string, string>> = {
  '/echanges': 'Les fichiers à envoyer, ceux que vous avez envoyés et leurs comptes rendus.',
  '/orientations':
    'Les jeunes que votre mission locale a orientés, et ce que les unités ont répondu.',
  '/admin/comptes': 'Créer, approuver, suspendre les comptes des personnes.',
  '/admin/clients': 'Créer et révoquer les accès des logiciels partenaires.',
  '/candidatures': 'Les jeunes orientés vers votre unité : accuser réception, convoquer, décider.',
};

const HELP: HomeEntry = {
  href: '/aide',
  title: 'Aide',
  about: 'Se connecter, comprendre une erreur, savoir à qui s’adresser.',
};

/** The home of a role: its pages, then help. */
export function homeEntries(menu: readonly MenuItem[]): HomeEntry[] {
  const own = menu.map(({ href, label }) => ({ href, title: label, about: ABOUT[href] ?? '' }));
  return [...own, HELP];
}

/** The line above the title: the role somebody works in. */
export function roleLine({ role }: PersonActor): string {
  return `Rôle\u00A0: ${ROLE_LABELS[role]}`;
}
