import type { Role } from '../../kernel/index.js';

/** How roles are called on the pages (domain.md 9.4). */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  'ml-adviser': 'conseil aux jeunes',
  'ml-manager': 'responsable de mission locale',
  recruiter: 'recrutement',
  'insertion-officer': 'insertion',
  'unit-manager': 'commandement de l’unité',
  'medical-office': 'service médical',
  'exchange-operator': 'échanges de fichiers',
  'committee-member': 'comité de suivi',
  'national-pilot': 'pilotage national ou régional',
  dpo: 'protection des données',
  admin: 'administration',
};
