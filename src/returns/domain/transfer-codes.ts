import { codeList, reasonTree } from '../../kernel/index.js';

/** Why a return is proposed to another mission locale: codes only, nobody writes of anybody. */
export const TRANSFER_REASONS = codeList('motif_transfert', 'Motif du transfert', {
  DEMENAGEMENT: 'Le jeune a déménagé',
  AUTRE_TERRITOIRE: 'Sa commune relève de cette mission locale',
  DEJA_SUIVI: 'Cette mission locale l’accompagne déjà',
  CHOIX_DU_JEUNE: 'Le jeune le demande',
  RATTACHEMENT: 'Sans mission locale : le jeune est d’accord pour être suivi',
});
export type TransferReason = (typeof TRANSFER_REASONS)['values'][number]['code'];

/** The same on two levels, with the side they come from (ADR 0049). */
export const TRANSFER_REASON_TREE = reasonTree(TRANSFER_REASONS, [
  { label: 'Déménagement ou souhait', side: 'JEUNE', codes: ['DEMENAGEMENT', 'CHOIX_DU_JEUNE'] },
  {
    label: 'Territoire ou suivi',
    side: 'MISSION_LOCALE',
    codes: ['AUTRE_TERRITOIRE', 'DEJA_SUIVI'],
  },
  { label: 'Rattachement', side: 'UNITE', codes: ['RATTACHEMENT'] },
]);

/** Only who keeps somebody that no mission locale follows attaches them, and for that reason alone. */
export const ATTACHING = 'RATTACHEMENT' as const satisfies TransferReason;

/** Why the mission locale that is asked says no. */
export const TRANSFER_REFUSALS = codeList('motif_refus_transfert', 'Motif du refus', {
  HORS_TERRITOIRE: 'N’habite pas notre territoire',
  INCONNU: 'Nous ne retrouvons pas ce jeune',
  SUIVI_AILLEURS: 'Déjà accompagné par une autre structure',
  REFUS_DU_JEUNE: 'Le jeune ne le souhaite pas',
});
export type TransferRefusal = (typeof TRANSFER_REFUSALS)['values'][number]['code'];

/** The same on two levels, with the side they come from (ADR 0049). */
export const TRANSFER_REFUSAL_TREE = reasonTree(TRANSFER_REFUSALS, [
  {
    label: 'Territoire ou identité',
    side: 'MISSION_LOCALE',
    codes: ['HORS_TERRITOIRE', 'INCONNU'],
  },
  { label: 'Souhait', side: 'JEUNE', codes: ['REFUS_DU_JEUNE'] },
  { label: 'Autre suivi', side: 'TIERS', codes: ['SUIVI_AILLEURS'] },
]);
