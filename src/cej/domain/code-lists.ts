import { codeList, reasonTree } from '../../kernel/index.js';

/** The accompaniments that have a contract with dates (domain.md 5.1). */
export const CONTRACT_SCHEMES = codeList('dispositif', 'Contrat d’accompagnement', {
  CEJ: 'Contrat d’engagement jeune',
  PACEA: 'PACEA',
});
export type ContractScheme = (typeof CONTRACT_SCHEMES)['values'][number]['code'];

/** Why a contract ended for good (exchange.md 7.a, CEM). `MANQUEMENT` is for the mission locale alone. */
export const CONTRACT_END_REASONS = codeList('motif_fin_cej', 'Motif de fin du contrat', {
  INSERTION: 'Insertion acquise',
  AGE: 'Limite d’âge atteinte',
  DEMANDE_JEUNE: 'À la demande du jeune',
  MANQUEMENT: 'Manquement aux engagements',
  AUTRE: 'Autre motif',
});
export type ContractEndReason = (typeof CONTRACT_END_REASONS)['values'][number]['code'];

/** The same on two levels, with the side they come from (ADR 0049). */
export const CONTRACT_END_TREE = reasonTree(CONTRACT_END_REASONS, [
  { label: 'Insertion', side: 'JEUNE', codes: ['INSERTION'] },
  { label: 'Fin avant le terme', side: 'JEUNE', codes: ['DEMANDE_JEUNE', 'MANQUEMENT'] },
  { label: 'Limite de la loi', side: 'TIERS', codes: ['AGE'] },
  { label: 'Autre', side: null, codes: ['AUTRE'] },
]);

/** Why a contract goes on beyond twelve months (code du travail R.5131-16: exceptional, motivated). */
export const EXTENSION_MOTIVES = codeList('motif_prolongation', 'Motif de la prolongation', {
  OBJECTIF_PROCHE: 'L’objectif du contrat est proche d’être atteint',
  DIFFICULTES_PERSISTANTES: 'Les difficultés d’accès à l’emploi durable persistent',
  PARCOURS_A_REPRENDRE: 'Un parcours interrompu est à reprendre',
  AUTRE: 'Autre motif',
});
export type ExtensionMotive = (typeof EXTENSION_MOTIVES)['values'][number]['code'];

/** What an adviser is told before a limit, or at it. */
export const CONTRACT_WARNINGS = codeList('alerte', 'Alerte sur le contrat', {
  TERME_DEPASSE: 'Le terme est passé : enregistrez la fin réelle du contrat.',
  TERME_PROCHE: 'Le terme du contrat approche.',
  SORTIE_ATTENDUE:
    'La fin prévue du service est passée sans sortie : demandez à l’unité si le jeune est parti.',
  PROLONGATION_A_CONFIRMER: 'La prolongation calculée est à confirmer par la mission locale.',
  PROLONGATION_NON_MOTIVEE:
    'Le contrat dépasse douze mois sans prolongation enregistrée : enregistrez-en le motif.',
  DOUZE_MOIS: 'Douze mois de CEJ : une prolongation doit être motivée.',
  DIX_HUIT_MOIS: 'Dix-huit mois de CEJ, la durée la plus longue.',
  VINGT_QUATRE_MOIS: 'Vingt-quatre mois de PACEA de suite, la durée la plus longue.',
  LIMITE_AGE:
    '26e anniversaire. Le service ignore si le jeune est travailleur handicapé : la limite est alors le 30e.',
});
export type ContractWarningCode = (typeof CONTRACT_WARNINGS)['values'][number]['code'];
