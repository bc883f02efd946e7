import { UNIT_SAMPLE } from '../unit-block/samples.js';

const FIRST = {
  ...UNIT_SAMPLE,
  flux_origine: 'SOR',
  date_sortie: '2026-11-06',
  date_contact: '2026-11-12',
  code_prise_en_charge: 'RDV_PRIS',
} as const;

/** Valid PEC rows about people who do not exist. */
export const REPLY_SAMPLES = [
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
    date_contact: '2026-11-19',
    code_prise_en_charge: 'CONTACTE_SANS_RETOUR',
  },
  {
    ...FIRST,
    identifiant_ligne: '3',
    reference_orientation: '',
    numero_dossier_unite: 'RE-2026-00500',
    identifiant_imilo: '',
    origine_candidature: 'DIRECT',
    nom_naissance: 'HOARAU',
    prenom_1: 'Yanis',
    date_naissance: '2004-07-02',
    flux_origine: 'DIR',
    date_sortie: '',
    date_contact: '2026-11-20',
  },
] as const;
