import { codeList } from '../../../kernel/index.js';
import type { RowOfColumns } from '../column.js';
import { codeColumn, integerColumn, monthColumn } from '../columns/index.js';

/** What a line is (exchange.md 7.a, block L). */
export const LINE_TYPES = codeList('type_ligne', 'Type de ligne', {
  SITUATION: 'Situation à la fin de la période',
  EVENEMENT: 'Événement signalé',
  CORRECTION: 'Correction d’une période close',
  ANNULATION: 'Annulation d’une ligne d’une période close',
});
export type LineType = (typeof LINE_TYPES)['values'][number]['code'];

/** The first three columns of every flow. */
export const LINE_BLOCK = [
  integerColumn({
    header: 'identifiant_ligne',
    title: 'Identifiant de ligne',
    about: 'Numéro de la ligne dans le fichier : 1, 2, 3…, unique et croissant.',
    example: '1',
    required: true,
    min: 1,
  }),
  codeColumn({
    header: 'type_ligne',
    title: 'Type de ligne',
    about: 'SITUATION dans le fichier du mois, EVENEMENT dans un signalement.',
    example: 'SITUATION',
    required: true,
    list: LINE_TYPES,
  }),
  monthColumn({
    header: 'periode_rattachement',
    title: 'Période de rattachement',
    about: 'Mois que la ligne corrige ou annule, au plus 24 mois avant la période du fichier.',
    example: '2026-09',
    requiredIf: 'type_ligne est CORRECTION ou ANNULATION',
  }),
] as const;
export type LineBlockRow = RowOfColumns<typeof LINE_BLOCK>;
