import { codeList, reasonTree } from '../../kernel/index.js';

/** How a day of incorporation went (exchange.md 7.a, INC). */
export const INCORPORATION_STATUSES = codeList('statut_incorporation', 'Suite de l’incorporation', {
  INCORPORE: 'Incorporé',
  ABSENT_INCORPORATION: 'Absent à l’incorporation',
  REPORT: 'Incorporation reportée',
});
export type IncorporationStatus = (typeof INCORPORATION_STATUSES)['values'][number]['code'];

/**
 * Why a service ended (domain.md 4.2). A departure without leave is said as the dropout it is, never
 * as an offence.
 */
export const EXIT_REASONS = codeList('motif_sortie', 'Motif de sortie', {
  FIN_CONTRAT: 'Fin de contrat à terme',
  FIN_ANTICIPEE_INSERTION: 'Sortie anticipée pour insertion',
  DENONCIATION_VOLONTAIRE: 'Dénonciation par le volontaire pendant la période probatoire',
  DENONCIATION_AUTORITE: 'Dénonciation par l’autorité pendant la période probatoire',
  RESILIATION_DEMANDE: 'Résiliation à la demande du volontaire',
  RESILIATION_AUTORITE: 'Résiliation à l’initiative de l’autorité',
  DEPART_SANS_AUTORISATION: 'Départ sans autorisation',
  INAPTITUDE_EN_COURS: 'Inaptitude médicale en cours de contrat',
  ENGAGEMENT_ARMEES: 'Engagement dans les armées',
  AUTRE: 'Autre motif',
});
export type ExitReason = (typeof EXIT_REASONS)['values'][number]['code'];

/**
 * The same on two levels, with the side they come from (ADR 0049). `AUTRE` comes from nobody, so that what
 * stands for a medical reason tells nothing more.
 */
export const EXIT_REASON_TREE = reasonTree(EXIT_REASONS, [
  { label: 'Terme du contrat', side: null, codes: ['FIN_CONTRAT'] },
  {
    label: 'Insertion avant le terme',
    side: 'JEUNE',
    codes: ['FIN_ANTICIPEE_INSERTION', 'ENGAGEMENT_ARMEES'],
  },
  {
    label: 'Départ avant le terme',
    side: 'JEUNE',
    codes: ['DENONCIATION_VOLONTAIRE', 'RESILIATION_DEMANDE', 'DEPART_SANS_AUTORISATION'],
  },
  {
    label: 'Fin décidée',
    side: 'UNITE',
    codes: ['DENONCIATION_AUTORITE', 'RESILIATION_AUTORITE'],
  },
  { label: 'Empêchement', side: 'FORCE_MAJEURE', codes: ['INAPTITUDE_EN_COURS'] },
  { label: 'Autre', side: null, codes: ['AUTRE'] },
]);

/** Situation on the day of the exit, and later at 3, 6 and 12 months (domain.md 4.3). */
export const EXIT_SITUATIONS = codeList('situation_sortie', 'Situation à la sortie', {
  CDI: 'Contrat à durée indéterminée',
  CDD_6P: 'Contrat à durée déterminée de six mois ou plus',
  CDD_COURT: 'Contrat de moins de six mois ou intérim',
  ALTERNANCE: 'Contrat d’apprentissage ou de professionnalisation',
  FORMATION_QUALIFIANTE: 'Formation qualifiante',
  POURSUITE_ETUDES: 'Poursuite d’études',
  ARMEES: 'Engagement dans les armées',
  VT_VE: 'Volontaire technicien ou volontaire expert',
  CREATION_ENTREPRISE: 'Création d’entreprise',
  MOBILITE_LADOM: 'Formation ou emploi en mobilité (LADOM)',
  CONTRAT_AIDE_IAE: 'Contrat aidé ou insertion par l’activité économique',
  SANS_SOLUTION: 'Sans solution',
  NON_CONNU: 'Situation non connue',
});
export type ExitSituation = (typeof EXIT_SITUATIONS)['values'][number]['code'];

/** What the volunteer leaves with (exchange.md 7.a, SOR; domain.md 2.2). */
export const CERTIFICATIONS = codeList('certifications', 'Certifications obtenues', {
  CAPI: 'Certificat d’aptitude personnelle à l’insertion (CAPI)',
  CFG: 'Certificat de formation générale (CFG)',
  PSC1: 'Premiers secours (PSC1)',
  SST: 'Sauveteur secouriste du travail (SST)',
  PERMIS_B: 'Permis B',
  TITRE_PRO: 'Titre professionnel',
  AUTRE: 'Autre certification',
});
export type Certification = (typeof CERTIFICATIONS)['values'][number]['code'];
