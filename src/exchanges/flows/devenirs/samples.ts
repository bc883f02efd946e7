import { UNIT_SAMPLE } from '../unit-block/samples.js';

const FIRST = {
  ...UNIT_SAMPLE,
  date_sortie: '2026-08-20',
  jalon: 'M3',
  date_observation: '2026-11-18',
  situation: 'CDD_6P',
  date_debut_situation: '2026-10-01',
  source: 'DECLARATIF',
} as const;

/** Valid DEV rows about people who do not exist. */
export const FOLLOW_UP_SAMPLES = [
  FIRST,
  {
    ...FIRST,
    identifiant_ligne: '2',
    reference_orientation: '',
    numero_dossier_unite: 'RE-2026-00414',
    identifiant_imilo: '88000003',
    origine_candidature: '',
    nom_naissance: 'N’GUESSAN',
    prenom_1: 'Jean-Baptiste',
    date_naissance: '2003-07-02',
    date_sortie: '2026-05-29',
    jalon: 'M6',
    date_observation: '2026-11-27',
    situation: 'NON_CONNU',
    date_debut_situation: '',
    source: 'SANS_REPONSE',
  },
] as const;
