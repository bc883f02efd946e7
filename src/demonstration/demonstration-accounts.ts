import type { Role } from '../kernel/index.js';

/** Somebody of the demonstration: address, name, role, organisation. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationCode: string;
}

type Row = readonly [string, string, Role, string];

const ROWS: readonly Row[] = [
  ['admin@national.demo', 'Solène Guérin', 'admin', 'NATIONAL'],
  ['conseiller@ml-nord.demo', 'Élodie Técher', 'ml-adviser', '97411S00'],
  ['responsable@ml-nord.demo', 'Jean-René Grondin', 'ml-manager', '97411S00'],
  ['conseiller@ml-mayotte.demo', 'Zaïnaba Madi Boinaïdi', 'ml-adviser', '97600S00'],
  ['recrutement@rsma-re.demo', 'Loïc Le Goff', 'recruiter', 'RSMA-RE'],
  ['insertion@rsma-re.demo', 'Anaïs Hoarau', 'insertion-officer', 'RSMA-RE'],
  ['medical@rsma-re.demo', 'Françoise Lépinay', 'medical-office', 'RSMA-RE'],
  ['recrutement@smv-brest.demo', 'Maëlle Kerjean', 'recruiter', 'SMV-BREST'],
  ['echanges@rsma-re.demo', 'Mickaël Fontaine', 'exchange-operator', 'RSMA-RE'],
  ['comite@national.demo', 'Benoît Chauvière', 'committee-member', 'NATIONAL'],
  ['pilote@unml.demo', 'Inès Garçonnet', 'national-pilot', 'UNML'],
  ['pilote@sma.demo', 'Gaëtan Delaître', 'national-pilot', 'COMSMA'],
  ['pilote@smv.demo', 'Héloïse Maréchal', 'national-pilot', 'SMV'],
  ['dgom@national.demo', 'Noémie Sénéchal', 'national-pilot', 'DGOM'],
  ['dpo@national.demo', 'Cédric Bénazet', 'dpo', 'NATIONAL'],
];

/** The accounts of contract.md 5; the administrator first, who opens the others. */
export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = ROWS.map(
  ([email, displayName, role, organisationCode]) => ({
    email,
    displayName,
    role,
    organisationCode,
  }),
);
