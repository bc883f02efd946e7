import { CONTRACT_END_REASONS } from '../../../cej/index.js';
import {
  CONTROL_IDENTITY,
  LINE_BLOCK,
  booleanColumn,
  codeColumn,
  dayColumn,
  imiloId,
  monthColumn,
  optionalOrigin,
  referralReference,
  structureCode,
  unitCode,
  unitFileNumber,
} from '../../flow/index.js';
import type { RowOfColumns } from '../../flow/index.js';

/** What only the month of a CEJ says (exchange.md 7.a, CEM). */
const CONTRACT_COLUMNS = [
  monthColumn({
    header: 'mois',
    title: 'Mois',
    about: 'Mois dont la ligne parle : celui du fichier, ou celui qu’elle corrige.',
    example: '2026-11',
    required: true,
  }),
  booleanColumn({
    header: 'cej_actif',
    title: 'CEJ actif',
    about: 'O quand un CEJ est en cours à la fin du mois.',
    example: 'O',
    required: true,
  }),
  dayColumn({
    header: 'cej_date_debut',
    title: 'Début du CEJ',
    about: 'Premier jour du CEJ.',
    example: '2026-09-01',
    requiredIf: 'cej_actif est O',
    isPast: true,
  }),
  dayColumn({
    header: 'cej_date_fin_prevue',
    title: 'Fin prévue du CEJ',
    about: 'Dernier jour prévu du CEJ, prolongation motivée comprise.',
    example: '2027-08-31',
    requiredIf: 'cej_actif est O',
    isPast: false,
  }),
  dayColumn({
    header: 'cej_date_fin_reelle',
    title: 'Fin réelle du CEJ',
    about: 'Jour où le CEJ a pris fin.',
    example: '2026-11-20',
    isPast: true,
  }),
  codeColumn({
    header: 'motif_fin_cej',
    title: 'Motif de fin du CEJ',
    about: 'Motif de la fin réelle, jamais transmis à l’unité.',
    example: 'INSERTION',
    isSensitive: true,
    list: CONTRACT_END_REASONS,
  }),
  dayColumn({
    header: 'fin_prolongation_estimee',
    title: 'Fin estimée de la prolongation',
    about: 'Dernier jour du deuxième mois qui suit la sortie : calculé, à confirmer.',
    example: '2027-01-31',
    isPast: false,
  }),
] as const;

/** All columns of CEM, in the order of its files. */
export const CONTRACT_FLOW_COLUMNS = [
  ...LINE_BLOCK,
  referralReference({ required: true }),
  unitFileNumber({ required: false }),
  structureCode({ required: true }),
  unitCode(),
  imiloId({ required: true }),
  optionalOrigin(),
  ...CONTROL_IDENTITY,
  ...CONTRACT_COLUMNS,
] as const;
export type ContractMonthRow = RowOfColumns<typeof CONTRACT_FLOW_COLUMNS>;
