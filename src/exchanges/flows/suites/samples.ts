import { OTHER_SAMPLE, UNIT_SAMPLE } from '../unit-block/samples.js';

const FIRST = {
  ...UNIT_SAMPLE,
  etat_candidature: 'DECIDEE',
  date_etat: '2026-11-17',
  code_suite: 'APTE_RETENU',
  date_suite: '2026-11-17',
  niveau_evalue: 'EFFICACE',
  date_incorporation_prevue: '2027-01-11',
  contingent: '2027-01',
} as const;

/** Valid SUI rows about people who do not exist. */
export const ANSWER_SAMPLES = [
  FIRST,
  {
    ...FIRST,
    identifiant_ligne: '2',
    ...OTHER_SAMPLE,
    code_suite: 'AJOURNE',
    date_reexamen: '2027-03',
    niveau_evalue: 'MEDIOCRE',
    date_incorporation_prevue: '',
    contingent: '',
  },
  {
    ...FIRST,
    identifiant_ligne: '3',
    reference_orientation: '',
    numero_dossier_unite: 'RE-2026-00414',
    code_structure: '',
    identifiant_imilo: '',
    origine_candidature: 'DIRECT',
    nom_naissance: 'N’GUESSAN',
    prenom_1: 'Jean-Baptiste',
    date_naissance: '2003-07-02',
    etat_candidature: 'RECUE',
    date_etat: '2026-11-05',
    code_suite: '',
    date_suite: '',
    niveau_evalue: '',
    date_incorporation_prevue: '',
    contingent: '',
  },
] as const;
