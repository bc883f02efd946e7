import type { MenuItem } from '../platform/pages/index.js';

/** The main menu: the pages each role works with, in the order of its day. */
export const MAIN_MENU: readonly MenuItem[] = [
  { href: '/orientations', label: 'Orientations', roles: ['ml-adviser', 'ml-manager'] },
  { href: '/jeunes', label: 'Jeunes', roles: ['ml-adviser', 'ml-manager'] },
  {
    href: '/candidatures',
    label: 'Candidatures',
    roles: ['recruiter', 'unit-manager', 'insertion-officer', 'medical-office'],
  },
  {
    href: '/volontaires',
    label: 'Volontaires',
    roles: ['recruiter', 'unit-manager', 'insertion-officer', 'ml-adviser', 'ml-manager'],
  },
  {
    href: '/retours',
    label: 'Retours',
    roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager', 'insertion-officer'],
  },
  {
    href: '/devenirs',
    label: 'Devenirs',
    roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager', 'insertion-officer'],
  },
  { href: '/cej', label: 'CEJ et PACEA', roles: ['ml-adviser', 'ml-manager'] },
  {
    href: '/candidats-directs',
    label: 'Candidats directs',
    roles: ['ml-adviser', 'ml-manager', 'recruiter', 'insertion-officer', 'unit-manager'],
  },
  {
    href: '/seances',
    label: 'Séances d’information',
    short: 'Séances',
    roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager'],
  },
  {
    href: '/offres',
    label: 'Offres des unités',
    short: 'Offres',
    roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager', 'insertion-officer'],
  },
  {
    href: '/bilans',
    label: 'Bilans du partenariat',
    short: 'Bilans',
    roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager', 'insertion-officer'],
  },
  {
    href: '/coherence',
    label: 'Suivis à reprendre',
    roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager', 'insertion-officer'],
  },
  {
    href: '/identites',
    label: 'Identités à vérifier',
    roles: ['recruiter', 'unit-manager', 'ml-manager'],
  },
  {
    href: '/echanges',
    label: 'Échanges de fichiers',
    roles: ['exchange-operator', 'ml-manager', 'unit-manager'],
  },
  {
    href: '/echanges/unites',
    label: 'Échanges des unités',
    roles: ['committee-member', 'national-pilot', 'admin'],
  },
  { href: '/retours-signales', label: 'Retours signalés', roles: ['national-pilot'] },
  {
    href: '/indicateurs',
    label: 'Indicateurs',
    roles: ['committee-member', 'national-pilot'],
  },
  {
    href: '/rapport',
    label: 'Rapports annuels',
    roles: ['committee-member', 'national-pilot', 'admin'],
  },
  {
    href: '/bilans/comite',
    label: 'Bilans en nombres',
    roles: ['committee-member', 'national-pilot'],
  },
  { href: '/admin/comptes', label: 'Comptes', roles: ['admin'] },
  { href: '/admin/clients', label: 'Clients techniques', roles: ['admin'] },
  { href: '/admin/organisations', label: 'Organismes', roles: ['admin'] },
  { href: '/admin/referentiels', label: 'Référentiels', roles: ['admin'] },
  { href: '/admin/coherence', label: 'Vérification des suivis', roles: ['admin'] },
  {
    href: '/admin/journal',
    label: 'Journal',
    roles: ['admin', 'dpo', 'ml-manager', 'unit-manager'],
  },
];
