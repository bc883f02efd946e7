import { DIRECT_SAMPLE, UNIT_SAMPLE } from '../unit-block/samples.js';

const FIRST = {
  ...UNIT_SAMPLE,
  mois: '2026-11',
  en_service: 'O',
  absence_longue: 'N',
  date_fin_prevue: '2027-09-02',
} as const;

/** Valid CEU rows about people who do not exist. */
export const PRESENCE_SAMPLES = [
  FIRST,
  {
    ...FIRST,
    identifiant_ligne: '2',
    ...DIRECT_SAMPLE,
    absence_longue: 'O',
  },
] as const;
