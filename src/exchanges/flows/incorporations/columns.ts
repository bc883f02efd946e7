import { INCORPORATION_STATUSES } from '../../../volunteers/index.js';
import { VOLUNTEER_TYPES } from '../../../referrals/index.js';
import { codeColumn, dayColumn, LABEL, textColumn } from '../../flow/index.js';
import type { RowOfColumns } from '../../flow/index.js';
import { UNIT_KEY_COLUMNS } from '../unit-block/columns.js';

const PLACE_LIMITS = {
  pattern: LABEL,
  maxLength: 60,
  expected: '60 caractères au plus : lettres, chiffres et ponctuation courante',
  isFree: true,
} as const;

/** All columns of INC, in the order of its files (exchange.md 7.a). */
export const INCORPORATION_COLUMNS = [
  ...UNIT_KEY_COLUMNS,
  dayColumn({
    header: 'date_incorporation',
    title: 'Date d’incorporation',
    about: 'Jour de l’incorporation, ou de l’absence ; pour un report, le nouveau jour prévu.',
    example: '2026-11-03',
    required: true,
    isPast: false,
  }),
  codeColumn({
    header: 'type_volontariat',
    title: 'Type de volontariat',
    about: 'Contrat signé.',
    example: 'VS',
    required: true,
    list: VOLUNTEER_TYPES,
  }),
  textColumn({
    header: 'filiere',
    title: 'Filière',
    about: 'Filière de formation.',
    example: 'Cuisine',
    required: true,
    ...PLACE_LIMITS,
  }),
  dayColumn({
    header: 'date_fin_prevue',
    title: 'Date de fin prévue',
    about: 'Dernier jour prévu du contrat, cinq ans au plus après l’incorporation.',
    example: '2027-09-02',
    required: true,
    isPast: false,
  }),
  textColumn({
    header: 'site',
    title: 'Site',
    about: 'Compagnie ou lieu de formation.',
    example: 'Saint-Pierre',
    ...PLACE_LIMITS,
  }),
  codeColumn({
    header: 'statut_incorporation',
    title: 'Suite de l’incorporation',
    about: 'INCORPORE, ABSENT_INCORPORATION ou REPORT.',
    example: 'INCORPORE',
    required: true,
    list: INCORPORATION_STATUSES,
  }),
] as const;
export type IncorporationRow = RowOfColumns<typeof INCORPORATION_COLUMNS>;
