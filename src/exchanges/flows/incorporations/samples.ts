import { DIRECT_SAMPLE, OTHER_SAMPLE, UNIT_SAMPLE } from '../unit-block/samples.js';

const FIRST = {
  ...UNIT_SAMPLE,
  date_incorporation: '2026-11-03',
  type_volontariat: 'VS',
  filiere: 'Cuisine',
  date_fin_prevue: '2027-09-02',
  site: 'Saint-Pierre',
  statut_incorporation: 'INCORPORE',
} as const;

/** Valid INC rows about people who do not exist. */
export const INCORPORATION_SAMPLES = [
  FIRST,
  {
    ...FIRST,
    identifiant_ligne: '2',
    ...OTHER_SAMPLE,
    statut_incorporation: 'ABSENT_INCORPORATION',
  },
  {
    ...FIRST,
    identifiant_ligne: '3',
    ...DIRECT_SAMPLE,
    date_incorporation: '2026-12-01',
    date_fin_prevue: '2027-09-30',
    site: '',
    statut_incorporation: 'REPORT',
  },
] as const;
