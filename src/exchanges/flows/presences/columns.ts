import { booleanColumn, dayColumn, monthColumn } from '../../flow/index.js';
import type { RowOfColumns } from '../../flow/index.js';
import { UNIT_KEY_COLUMNS } from '../unit-block/columns.js';

/** All columns of CEU, in the order of its files (exchange.md 7.a). */
export const PRESENCE_COLUMNS = [
  ...UNIT_KEY_COLUMNS,
  monthColumn({
    header: 'mois',
    title: 'Mois',
    about: 'Mois dont la ligne parle.',
    example: '2026-11',
    required: true,
  }),
  booleanColumn({
    header: 'en_service',
    title: 'En service',
    about: 'O quand la personne est en service à la fin du mois.',
    example: 'O',
    required: true,
  }),
  booleanColumn({
    header: 'absence_longue',
    title: 'Absence longue',
    about: 'O quand la personne est absente depuis longtemps ; jamais pourquoi.',
    example: 'N',
    required: true,
  }),
  dayColumn({
    header: 'date_fin_prevue',
    title: 'Date de fin prévue',
    about: 'Dernier jour prévu du contrat.',
    example: '2027-09-02',
    required: true,
    isPast: false,
  }),
] as const;
export type PresenceRow = RowOfColumns<typeof PRESENCE_COLUMNS>;
