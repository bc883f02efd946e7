import { UNIT_SAMPLE } from '../unit-block/samples.js';

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
    reference_orientation: 'ORI-2026-7K2M9QXZ-S',
    numero_dossier_unite: 'RE-2026-00413',
    identifiant_imilo: '88000002',
    nom_naissance: "D'ORNANO",
    prenom_1: 'SNP',
    date_naissance: '2004-00-00',
    statut_incorporation: 'ABSENT_INCORPORATION',
  },
  {
    ...FIRST,
    identifiant_ligne: '3',
    reference_orientation: '',
    numero_dossier_unite: 'RE-2026-00500',
    code_structure: '',
    identifiant_imilo: '',
    origine_candidature: 'DIRECT',
    nom_naissance: 'HOARAU',
    prenom_1: 'Yanis',
    date_naissance: '2003-07-02',
    date_incorporation: '2026-12-01',
    date_fin_prevue: '2027-09-30',
    site: '',
    statut_incorporation: 'REPORT',
  },
] as const;
